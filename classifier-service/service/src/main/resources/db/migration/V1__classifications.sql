-- One row for each answer to the question what a change means. The event is kept as it was published: a change that is read again
-- publishes the very same event.
create table classification (
    id              text primary key,
    change_id       text not null,
    correction      integer not null,
    cause           text not null,
    ruleset_version text not null,
    event_id        text not null unique,
    event_time      timestamptz not null,
    data            bytea not null
);

-- A change is classified once for having been detected, whatever rules came later.
create unique index classification_of_change on classification (change_id) where cause = 'CHANGE';

-- When the register of a rule set was first published.
create table register_release (
    ruleset_version text primary key,
    published_at    timestamptz not null
);
