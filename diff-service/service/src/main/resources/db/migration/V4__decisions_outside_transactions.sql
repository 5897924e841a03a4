-- Raised whenever what a decision was made on changes: what was decided on an older revision is decided anew.
alter table document_state add column revision bigint not null default 0;

-- Documents with a snapshot that became a dead letter: the next one need not wait for it. The sequence is unknown where it could not be read.
create table buried_capture (
    document_id text primary key,
    sequence bigint,
    buried_at timestamptz not null,
    reason text not null
);

-- What waits now has waited for a dead letter of the release before.
insert into buried_capture (document_id, buried_at, reason)
select document_id, now(), 'waited when this release was installed' from parked_snapshot group by document_id;
