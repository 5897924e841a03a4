-- The newest version whose list of wordings is published; behind last_sequence where a release without such lists stored it.
alter table document_state add column segmented_sequence bigint not null default 0;
create index document_unsegmented on document_state (document_id) where segmented_sequence < last_sequence;

-- Wordings whose words were published for a document, and are not published for it again.
create table published_wording (
    document_id text not null,
    wording_id text not null,
    primary key (document_id, wording_id)
);
