-- A document that only an archive holds is known, and retired from the start: nothing is captured until it is declared.
alter table document drop constraint document_origin_check;
alter table document add constraint document_origin_check check (origin in ('FOLDER', 'HTTP', 'IMPORT'));

-- Every version of an archive that was read: so far a document is imported, and which commit says what.
create table imported_version (
    document_id text not null references document (id),
    position bigint not null check (position > 0),
    archive text not null,
    commit text not null,
    path text not null,
    dated timestamptz not null,
    -- The snapshot with its text: its own, or the one before it when both say the same; none when it had no text to keep.
    snapshot_id text references snapshot (id),
    unreadable text,
    primary key (document_id, position),
    unique (document_id, commit),
    check ((snapshot_id is null) = (unreadable is not null))
);
