-- The wording of each provision of a version, in order; of a version that was segmented again the last list.
create table read.segmentation (
    snapshot_id text primary key,
    segmented_at timestamptz not null,
    provision_ids text[] not null,
    wording_ids text[] not null
);

-- What provisions with a wording do; no row while they wait, and not assessed where they could not be read.
create table read.assessment (
    wording_id text primary key,
    assessed_at timestamptz not null,
    assessed boolean not null,
    types text[] not null,
    areas text[] not null,
    event bytea not null
);
create index assessment_types on read.assessment using gin (types);
create index assessment_areas on read.assessment using gin (areas);

-- The provisions of each document's newest version that is segmented and not suspect.
create table read.standing_provision (
    document_id text not null,
    provision_id text not null,
    wording_id text not null,
    primary key (document_id, provision_id)
);
create index standing_provision_wording on read.standing_provision (wording_id);
