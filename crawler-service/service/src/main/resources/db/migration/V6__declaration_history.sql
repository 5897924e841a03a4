-- How a document was declared in earlier times, oldest first, as its history file says.
alter table document add column history jsonb not null default '[]';
