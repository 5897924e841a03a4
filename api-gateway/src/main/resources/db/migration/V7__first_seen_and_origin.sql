-- The columns and rows below come from events that are read already: everything is read again.
truncate read.position, read.document, read.source_health, read.version, read.verification, read.change, read.settlement, read.register,
    read.delivery, read.provision_step, read.dead_letter;

-- Where an imported version is kept: the archive's address or name, and the commit. Null when it was captured.
alter table read.version
    add column archive text,
    add column archive_commit text;

alter table read.change
    -- Of the new version. Null while the release before writes.
    add column origin text,
    -- Of each provision its severity, areas and types, so that a filter can ask for one provision that is all of them. Null before the change
    -- is classified, and while the release before writes.
    add column meanings jsonb;

-- Lists go by when a text was first seen.
create index change_first_seen on read.change (to_first_seen_at desc, change_id desc);
create index change_platform_first_seen on read.change (platform_slug, to_first_seen_at desc, change_id desc);
create index change_document_first_seen on read.change (document_id, to_first_seen_at desc, change_id desc);
create index change_alerts_first_seen on read.change (to_first_seen_at desc, change_id desc) where alert;
drop index read.change_newest, read.change_platform, read.change_document, read.change_alerts;
