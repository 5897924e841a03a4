-- What provisions say, each wording once over all documents, and by which rules it was assessed last. The answers are events.
create table wording (
    wording_id text primary key,
    terms_type text not null,
    language text,
    heading_path text[] not null,
    intro text,
    text text not null,
    -- Null until it is assessed.
    ruleset_version text,
    assessed_at timestamptz
);
create index wording_unread on wording (wording_id) where ruleset_version is null;
create index wording_ruleset on wording (ruleset_version);
