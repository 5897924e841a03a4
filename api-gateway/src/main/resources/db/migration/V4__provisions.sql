-- The columns and rows below come from events that are read already: everything is read again.
truncate read.position, read.document, read.source_health, read.version, read.verification, read.change, read.settlement, read.register,
    read.delivery;

alter table read.change
    add column to_sequence bigint not null,
    add column to_first_seen_at timestamptz not null,
    -- The provisions that it touched, and those that they were split off or merged from.
    add column touched_ids text[] not null;
create index change_touched on read.change using gin (touched_ids);
create index change_version on read.change (document_id, to_sequence, detected_at, change_id);

-- When a provision came, went, or got another number or heading. A version in which it only stands has no row.
create table read.provision_step (
    provision_id text not null,
    change_id text not null,
    what text[] not null,
    number text,
    heading_path text[] not null,
    primary key (provision_id, change_id)
);
