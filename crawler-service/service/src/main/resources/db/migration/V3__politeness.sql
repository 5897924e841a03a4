-- How often a host sent us away, and until when we stay away for it.
alter table host
    add column refusals integer not null default 0,
    add column refused_until timestamptz;

-- Each site's robots.txt, so that a restart asks nobody again.
create table robots (
    site text primary key,
    -- Absent where the site has none, which allows all.
    content bytea,
    believed_until timestamptz not null
);
