-- What the topics say. Everything here can be truncated and built again by replay.
create schema read;

-- How far each partition is read, written in the transaction of the rows. Behind rebuild_until, answers may be incomplete.
create table read.position (
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    rebuild_until bigint not null,
    primary key (topic, partition)
);

create table read.document (
    id text primary key,
    platform_slug text not null,
    platform text not null,
    terms_type text not null,
    language text,
    jurisdictions text[] not null,
    url text not null,
    ref_at timestamptz not null,
    ref_event_id text not null,
    declared_at timestamptz,
    declared_event_id text,
    category text,
    cadence_seconds bigint,
    sources text[] not null default '{}',
    retired boolean not null default false
);
create index document_platform on read.document (platform_slug, id);

-- Facts only; whether a source is healthy is derived from them when read.
create table read.source_health (
    document_id text primary key,
    success_at timestamptz,
    failure_at timestamptz,
    failure_reason text,
    failure_detail text,
    failure_url text,
    consecutive_failures integer,
    next_attempt_at timestamptz,
    degraded_at timestamptz,
    degraded_since timestamptz,
    recovered_at timestamptz
);

create table read.version (
    snapshot_id text primary key,
    document_id text not null,
    sequence bigint not null,
    previous_snapshot_id text,
    origin text not null,
    cause text not null,
    first_seen_at timestamptz not null,
    text text not null,
    text_hash text not null,
    extractor text not null,
    raw_hashes text[] not null
);
create index version_document on read.version (document_id, sequence desc, snapshot_id);

create table read.verification (
    snapshot_id text primary key,
    verified_at timestamptz not null
);

create table read.change (
    change_id text primary key,
    document_id text not null,
    platform_slug text not null,
    platform text not null,
    terms_type text not null,
    url text not null,
    kind text not null,
    detected_at timestamptz not null,
    from_snapshot_id text,
    to_snapshot_id text not null,
    alertable boolean not null,
    settlement text not null,
    touched integer not null,
    -- The newest classification; null until there is one.
    classification_id text,
    correction integer,
    classified_at timestamptz,
    severity text,
    materiality text,
    areas text[] not null default '{}',
    types text[] not null default '{}',
    summary text,
    alert boolean,
    alert_reason text,
    -- The event change.classified, or change.detected while there is none.
    event_type text not null,
    event bytea not null
);
create index change_newest on read.change (detected_at desc, change_id desc);
create index change_platform on read.change (platform_slug, detected_at desc, change_id desc);
create index change_document on read.change (document_id, detected_at desc, change_id desc);
create index change_alerts on read.change (detected_at desc, change_id desc) where alert;
create index change_areas on read.change using gin (areas);
create index change_types on read.change using gin (types);

-- Apart from the change, since it may come first.
create table read.settlement (
    change_id text primary key,
    settled_as text not null,
    settled_at timestamptz not null,
    evidence_snapshot_id text not null,
    reason text not null
);

create table read.register (
    ruleset text primary key,
    published_at timestamptz not null,
    event bytea not null
);

create table read.delivery (
    delivery_id text primary key,
    subscription_id text not null,
    change_id text not null,
    purpose text not null,
    attempt integer not null,
    outcome text not null,
    attempted_at timestamptz not null
);
create index delivery_change on read.delivery (change_id);
