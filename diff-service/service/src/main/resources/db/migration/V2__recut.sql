-- Events that no other event causes: a text of before, cut by the segmenter of now.
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

create index version_text_segmenter on version_text (segmenter_name, segmenter_version);
