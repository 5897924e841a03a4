-- A page that is not the document: the answer as evidence of why, once for the same bytes. Goes with them when they are dropped.
create table refused_capture (
    document_id text not null references document (id),
    sha256 text not null references raw_capture (sha256) on delete cascade,
    -- Addresses, status, headers, times: as the sources of a snapshot.
    source jsonb not null,
    reason text not null,
    detail text not null,
    first_refused_at timestamptz not null,
    primary key (document_id, sha256)
);
create index refused_capture_raw on refused_capture (sha256);
