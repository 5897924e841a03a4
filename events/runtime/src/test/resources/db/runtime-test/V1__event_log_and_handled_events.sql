create table event_log (
    position bigint generated always as identity primary key,
    topic text not null,
    event_key text not null,
    event_id text not null unique,
    event_type text not null,
    event_time timestamptz not null,
    data bytea not null,
    published_at timestamptz,
    refused_at timestamptz,
    refusal text
);
create index event_log_unpublished on event_log (position) where published_at is null;

-- What the stage of the tests stores.
create table handled_event (
    event_id text primary key,
    event_key text not null check (event_key <> '')
);
create sequence commits;
