-- How an endpoint answered last: NEW before its first answer. Endpoints that were there were sent to like prompt ones, and stay so
-- until they show otherwise.
alter table subscription add column pace text not null default 'PROMPT' check (pace in ('NEW', 'PROMPT', 'AILING'));
alter table subscription alter column pace set default 'NEW';

-- Whose endpoint it is: with the port, where the address has one.
alter table subscription add column host text generated always as (lower(substring(url from '^[^:]+://([^/?#]*)'))) stored;

-- Whether it waits in the lane of endpoints that are not known to be prompt, so that however many wait there, those of prompt ones are
-- found at once. The index delivery_due stays for replicas of the release before, and goes with the next one.
alter table delivery add column slow_lane boolean not null default false;
create index delivery_due_main on delivery (due_at, position) where due_at is not null and not slow_lane;
create index delivery_due_slow on delivery (subscription_id, due_at, position) where due_at is not null and slow_lane;
