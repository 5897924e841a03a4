-- What a change does to whom, in one line. Null before it is classified, in rows of earlier releases, and while the release before writes.
alter table read.change add column headline text;
