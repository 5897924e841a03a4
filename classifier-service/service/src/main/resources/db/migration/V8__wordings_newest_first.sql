-- A wording of today need not wait for an import of thousands.
alter table wording add column added_at timestamptz not null default now();
alter table wording alter column added_at drop default;
drop index wording_unread;
create index wording_unread on wording (added_at) where ruleset_version is null;
