-- What a version states about itself, and which changes a return undoes. Null in rows of earlier releases, and while the release before
-- writes: the event has both.
alter table read.change
    add column stated_dates json,
    add column reverts text[];

-- Tokens in the addresses of feeds, for readers that cannot send headers. A token reads feeds and nothing else, and ends with its key.
create table access.feed_token (
    id text primary key,
    name text not null,
    token_hash text not null,
    key_id text not null references access.api_key (id) on delete cascade,
    created_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index feed_token_key on access.feed_token (key_id);
