-- What a subscription wants to hear of; those that were there keep what they had.
alter table subscription add column events text[] not null default '{changes}';

alter table delivery drop constraint delivery_purpose_check;
alter table delivery add constraint delivery_purpose_check
  check (purpose in ('ALERT', 'RETRACTION', 'SOURCE_HEALTH', 'TEST'));

-- Events of a source's health whose subscribers are chosen.
create table handled_source_event (
  event_id text primary key,
  handled_at timestamptz not null
);
