create table subscription (
  id text primary key,
  position bigint generated always as identity unique,
  name text not null,
  url text not null,
  platforms text[] not null,
  terms_types text[] not null,
  documents text[] not null,
  areas text[] not null,
  min_severity text,
  active boolean not null,
  inactive_reason text,
  secret text not null,
  previous_secret text,
  previous_secret_until timestamptz,
  created_at timestamptz not null,
  -- Kept, so that its ledger stays readable; nothing is sent to it any more.
  deleted_at timestamptz
);
create index subscription_told on subscription (position) where active and deleted_at is null;

-- Changes whose subscribers are chosen, or which wait for change.settled with the event that they will be told by. CONFIRMED
-- and DROPPED may come before the change itself.
create table handled_change (
  change_id text primary key,
  state text not null check (state in ('TOLD', 'WAITING', 'CONFIRMED', 'DROPPED')),
  event bytea,
  handled_at timestamptz not null
);

-- A webhook body, built once: every delivery and every retry sends it as it is.
create table message (
  id text primary key,
  body text not null,
  document text,
  created_at timestamptz not null
);

create table delivery (
  id text primary key,
  position bigint generated always as identity,
  subscription_id text not null references subscription,
  message_id text not null references message,
  change_id text,
  purpose text not null check (purpose in ('ALERT', 'RETRACTION', 'TEST')),
  state text not null check (state in ('PENDING', 'RETRYING', 'DELIVERED', 'EXHAUSTED', 'CANCELLED')),
  -- How often it was handed to a sender, and how often the outcome was recorded: more claims than attempts means
  -- that one is under way, or that its sender died.
  claims integer not null default 0,
  attempts integer not null default 0,
  -- Failures since the retry schedule began.
  failures integer not null default 0,
  -- Whether some attempt was received, or may have been.
  maybe_received boolean not null default false,
  -- When it may be taken; absent when finished or held. While it is under way: when the lease ends.
  due_at timestamptz,
  last_status integer,
  last_reason text,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index delivery_due on delivery (due_at, position) where due_at is not null;
create index delivery_of_subscription on delivery (subscription_id, position);
create index delivery_of_change on delivery (change_id);

create table delivery_attempt (
  delivery_id text not null references delivery,
  attempt integer not null,
  attempted_at timestamptz not null,
  duration_ms bigint not null,
  status integer,
  reason text,
  response text,
  primary key (delivery_id, attempt),
  -- Whoever writes an attempt again, because the answer to a commit was lost, writes it with its time.
  unique (delivery_id, attempted_at)
);

create table event_log (
  position bigint generated always as identity primary key,
  topic text not null,
  event_key text not null,
  event_id text not null unique,
  event_type text not null,
  event_time timestamptz not null,
  data bytea not null,
  published_at timestamptz
);
create index event_log_unpublished on event_log (position) where published_at is null;
