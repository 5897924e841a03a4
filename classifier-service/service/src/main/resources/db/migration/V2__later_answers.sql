-- A change may get later answers: by other rules, or because a reviewer corrected it. The last one is the present one, and says which
-- one it took the place of. A rule set that comes back after another gives the same classification anew, so that only the event's id
-- is unique.
alter table classification
    add column document_id text,
    add column sequence bigint,
    add column present boolean not null default true,
    add column replaces text,
    drop constraint classification_pkey,
    drop constraint classification_event_id_key,
    add primary key (event_id);

update classification set
    document_id = convert_from(data, 'UTF8')::json #>> '{document,id}',
    sequence = (convert_from(data, 'UTF8')::json #>> '{change,to,sequence}')::bigint;

alter table classification
    alter column document_id set not null,
    alter column sequence set not null,
    alter column present drop default;

create unique index classification_present on classification (change_id) where present;
create index classification_in_order on classification (document_id, sequence, change_id) where present;
create index classification_id on classification (id);

-- Later answers are published from here.
create table event_log (
    position bigint generated always as identity primary key,
    topic text not null,
    event_key text not null,
    event_id text not null unique,
    event_type text not null,
    event_time timestamptz not null,
    data bytea not null,
    published_at timestamptz
);
create index event_log_unpublished on event_log (position) where published_at is null;
