-- Keys, sessions and the audit log: no replay can rebuild these.
create schema access;

create table access.api_key (
    id text primary key,
    name text not null,
    key_hash text not null,
    scopes text[] not null,
    created_by text,
    created_at timestamptz not null,
    last_used_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz
);

-- One row at most: the replica that inserts it makes the first key.
create table access.first_key (
    only_one boolean primary key default true check (only_one),
    key_id text not null,
    made_at timestamptz not null
);

create table access.session (
    token_hash text primary key,
    key_id text not null references access.api_key (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_expires on access.session (expires_at);

create table access.audit (
    position bigint generated always as identity primary key,
    at timestamptz not null,
    key_id text not null,
    key_name text not null,
    method text not null,
    path text not null,
    -- Null while the command runs, or when the gateway died in the middle of it.
    status integer
);
create index audit_at on access.audit (at);
