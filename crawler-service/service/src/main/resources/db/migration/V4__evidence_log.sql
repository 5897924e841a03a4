-- The evidence record of each snapshot, byte for byte as it was hashed, and its leaf once it is in the log.
create table evidence_record (
    snapshot_id text primary key references snapshot (id),
    position bigint generated always as identity,
    record bytea not null,
    record_hash text not null,
    leaf_index bigint unique
);
create index evidence_record_outside_log on evidence_record (position) where leaf_index is null;

-- The hashes of the log's complete subtrees: level 0 is the leaves, level 1 pairs of them, and so on.
create table evidence_node (
    level smallint not null,
    index bigint not null,
    hash bytea not null,
    primary key (level, index)
);

-- Signed roots; another key signs the same tree again.
create table evidence_checkpoint (
    size bigint not null,
    key_fingerprint text not null,
    root bytea not null,
    note text not null,
    signed_at timestamptz not null,
    primary key (size, key_fingerprint)
);

-- The signing key of an installation that was given none.
create table evidence_key (
    only_one boolean primary key default true check (only_one),
    pkcs8 bytea not null,
    made_at timestamptz not null
);

-- Which bytes a snapshot was read from. The reference keeps them from being dropped.
create table snapshot_raw (
    sha256 text not null references raw_capture (sha256),
    snapshot_id text not null references snapshot (id),
    primary key (sha256, snapshot_id)
);
insert into snapshot_raw (sha256, snapshot_id)
    select distinct source -> 'raw' ->> 'sha256', snapshot.id
    from snapshot cross join jsonb_array_elements(snapshot.sources) source;
create index raw_capture_first_seen on raw_capture (first_seen_at);
