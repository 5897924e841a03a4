-- Which version's provisions stand, so that an older one need not look for what is newer.
create table read.standing_version (
    document_id text primary key,
    sequence bigint not null
);
insert into read.standing_version
select c.document_id, max(c.to_sequence)
from read.change c join read.segmentation s on s.snapshot_id = c.to_snapshot_id
where c.kind <> 'SUSPECT' group by c.document_id;
create index change_to_snapshot on read.change (to_snapshot_id);
