-- Raised whenever what a decision was made on changes: what was decided on an older revision is decided anew.
alter table document_state add column revision bigint not null default 0;

-- Documents with a capture that became a dead letter: the next one need not wait for it.
create table buried_capture (
    document_id text primary key,
    buried_at timestamptz not null,
    reason text not null
);
