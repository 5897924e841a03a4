create table document_state (
    document_id text primary key,
    last_sequence bigint not null
);

create table version (
    snapshot_id text primary key,
    document_id text not null references document_state,
    sequence bigint not null,
    text_hash text not null,
    fingerprint text not null,
    first_seen_at timestamptz not null,
    change_id text not null unique,
    kind text not null,
    origin text not null,
    trusted boolean not null,
    driven_by text not null,
    unique (document_id, sequence)
);
create index version_text_hash on version (document_id, text_hash, sequence);
create index version_fingerprint on version (document_id, fingerprint, sequence);
create index version_driven_by on version (driven_by);

create table version_text (
    snapshot_id text primary key references version,
    text text not null,
    segmenter_name text not null,
    segmenter_version text not null,
    provisions bytea not null
);

create table change (
    change_id text primary key,
    document_id text not null,
    snapshot_id text not null unique references version,
    detected_at timestamptz not null,
    data bytea not null,
    waiting boolean not null
);
create unique index change_waiting on change (document_id) where waiting;

create table settlement (
    change_id text primary key references change,
    event_id text not null unique,
    settled_at timestamptz not null,
    caused_by text not null,
    data bytea not null
);
create index settlement_caused_by on settlement (caused_by);

create table parked_snapshot (
    snapshot_id text primary key,
    document_id text not null,
    sequence bigint not null,
    parked_at timestamptz not null,
    data bytea not null,
    unique (document_id, sequence)
);
