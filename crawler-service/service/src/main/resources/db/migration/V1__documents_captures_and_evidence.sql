-- A watched document: what is declared, when it is captured, how its source fares.
create table document (
    id text primary key,
    declaration text not null,
    origin text not null check (origin in ('FOLDER', 'HTTP')),
    definition jsonb not null,
    host text not null,
    registered_at timestamptz not null,
    retired_at timestamptz,
    next_attempt_at timestamptz not null,
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
create index document_due on document (next_attempt_at) where retired_at is null;
create index document_declaration on document (declaration) where retired_at is null;

-- Whose turn it is at a host, for all replicas together.
create table host (
    name text primary key,
    held_by text,
    held_until timestamptz,
    next_allowed_at timestamptz not null
);

-- Pages as they came, compressed with gzip, once each.
create table raw_capture (
    sha256 text primary key,
    media_type text,
    bytes bigint not null,
    content bytea not null,
    first_seen_at timestamptz not null
);
alter table raw_capture alter column content set storage external;

create table snapshot (
    id text primary key,
    document_id text not null references document (id),
    sequence bigint not null check (sequence > 0),
    previous_id text references snapshot (id),
    text text not null,
    text_hash text not null,
    origin text not null,
    cause text not null,
    captured_at timestamptz not null,
    sources jsonb not null,
    extractor text not null,
    extractor_version text not null,
    unique (document_id, sequence)
);

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
