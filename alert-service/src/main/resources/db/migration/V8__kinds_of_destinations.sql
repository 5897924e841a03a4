-- Where messages go beside webhooks. The address stays in "url", whatever its kind; a secret is made for each, and signs where the kind
-- has something to sign.
alter table subscription add column kind text not null default 'WEBHOOK' check (kind in ('WEBHOOK', 'SLACK', 'TEAMS', 'MAIL', 'PULL'));

-- What a message tells in one line: the message that takes it back repeats it.
alter table message add column headline text;
