-- What a stage could not process, as its dead letters tell.
create table read.dead_letter (
    stage text not null,
    -- The snapshot (COMPARE) or change (CLASSIFY) that was not processed; the place of the record when it is about neither.
    subject text not null,
    document_id text not null,
    -- The version it is about; null when it is about none, or cannot be read.
    snapshot_id text,
    sequence bigint,
    first_seen_at timestamptz,
    failed_at timestamptz not null,
    last_failed_at timestamptz not null,
    reason text not null,
    record text not null,
    primary key (stage, subject)
);
create index dead_letter_document on read.dead_letter (document_id, sequence);

-- Those that nobody processed after all. HELD: nothing later came through that stage. PASSED: later versions did, and this one is missing.
-- What is about no version is over as soon as something later came through, or the newest known text was seen to stand.
create view read.unprocessed as
select letter.*,
    case when exists (
        select 1 from read.change later
        where later.document_id = letter.document_id and later.to_sequence > letter.sequence
            and (letter.stage = 'COMPARE' or later.classification_id is not null))
    then 'PASSED' else 'HELD' end as state
from read.dead_letter letter
where case when letter.sequence is not null then not exists (
        select 1 from read.change done
        where done.document_id = letter.document_id and done.to_sequence = letter.sequence
            and case letter.stage when 'COMPARE' then done.to_snapshot_id = letter.subject
                else done.change_id = letter.subject and done.classification_id is not null end)
    else not exists (
        select 1 from read.change later
        where later.document_id = letter.document_id
            and case letter.stage when 'COMPARE' then later.detected_at else later.classified_at end > letter.last_failed_at)
        and not (letter.stage = 'COMPARE' and exists (
            select 1 from read.verification seen
            where seen.verified_at > letter.last_failed_at and seen.snapshot_id = (
                select newest.snapshot_id from read.version newest where newest.document_id = letter.document_id
                order by newest.sequence desc, newest.snapshot_id limit 1)))
    end;
