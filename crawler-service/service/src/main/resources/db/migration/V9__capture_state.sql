-- What is declared stays in document; how its captures stand gets a table of its own. Each has one owner.
-- Nobody registers or captures while rows move: what was written behind the copy would be lost.
lock table document in access exclusive mode;

-- How the captures of a document stand. Every document has a row from its registration on.
create table capture_state (
    document_id text primary key references document (id),
    -- Absent while the document is retired: nothing of it is due.
    next_attempt_at timestamptz,
    requested_at timestamptz,
    claimed_by text,
    claimed_at timestamptz,
    claimed_until timestamptz,
    consecutive_failures integer not null default 0,
    failing_since timestamptz,
    degraded boolean not null default false,
    failure_reason text,
    failure_detail text,
    last_verified_at timestamptz,
    -- How the newest snapshot was read: another way of reading is no change of the page.
    read_definition text,
    read_extractor text,
    validators jsonb not null default '[]'
);

insert into capture_state (document_id, next_attempt_at, requested_at, claimed_by, claimed_at, claimed_until,
        consecutive_failures, failing_since, degraded, failure_reason, failure_detail, last_verified_at, read_definition,
        read_extractor, validators)
    select id, case when retired_at is null then next_attempt_at end, requested_at,
        case when retired_at is null then claimed_by end, claimed_at, case when retired_at is null then claimed_until end,
        consecutive_failures, failing_since, degraded, failure_reason, failure_detail, last_verified_at, read_definition,
        read_extractor, validators
    from document;

create index capture_state_due on capture_state (next_attempt_at);

-- Claims look hosts up in the index alone: rows of document are long.
create index document_host on document (host, id) where retired_at is null;

drop index document_due;
alter table document
    drop column next_attempt_at,
    drop column requested_at,
    drop column claimed_by,
    drop column claimed_at,
    drop column claimed_until,
    drop column consecutive_failures,
    drop column failing_since,
    drop column degraded,
    drop column failure_reason,
    drop column failure_detail,
    drop column last_verified_at,
    drop column read_definition,
    drop column read_extractor,
    drop column validators;
