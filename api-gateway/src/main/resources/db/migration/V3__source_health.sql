-- The first failure of the latest row of failures, degraded or not yet.
alter table read.source_health rename column degraded_since to failing_since;

-- Follows from what the events told, in whatever order. A success after a failure clears it, whatever else is not told yet.
alter table read.source_health add column status text not null generated always as (
    case
        when degraded_at is not null and (recovered_at is null or degraded_at > recovered_at)
            and (success_at is null or degraded_at > success_at) then 'DEGRADED'
        when failure_at is not null and (success_at is null or failure_at > success_at) then 'FAILING'
        when success_at is not null then 'HEALTHY'
        else 'PENDING'
    end) stored;
