-- Refused keys are counted by hour, key and way in, so that nobody can fill the audit log: such a row has last_at.
alter table access.audit
    add column attempts bigint not null default 1,
    add column last_at timestamptz;
create unique index audit_refused on access.audit (at, key_id, path, status) where last_at is not null;
