-- What the search index of each replica is made of, with a number that grows from commit to commit (one replica writes at a time). Triggers keep it, so
-- that rows which the release before writes are found too.
create sequence read.search_stamp;
-- Counts how often the read model was built anew.
create sequence read.generation;

create table read.search_due (
    -- CHANGE, or DOCUMENT for the provisions that stand in it.
    kind text not null,
    id text not null,
    stamp bigint not null,
    primary key (kind, id)
);
create index search_due_stamp on read.search_due (stamp);

insert into read.search_due select 'CHANGE', change_id, nextval('read.search_stamp') from read.change;
insert into read.search_due select 'DOCUMENT', document_id, nextval('read.search_stamp') from read.standing_version;

create function read.due(what text, whose text) returns void language sql as $$
    insert into read.search_due values (what, whose, nextval('read.search_stamp'))
    on conflict (kind, id) do update set stamp = excluded.stamp
$$;

create function read.change_due() returns trigger language plpgsql as $$
begin
    perform read.due('CHANGE', new.change_id);
    return null;
end $$;
create trigger search_due after insert or update on read.change for each row execute function read.change_due();

create function read.document_due() returns trigger language plpgsql as $$
begin
    perform read.due('DOCUMENT', new.document_id);
    return null;
end $$;
create trigger search_due after insert or update on read.standing_version for each row execute function read.document_due();
create trigger search_due after insert on read.version for each row execute function read.document_due();

create function read.reference_due() returns trigger language plpgsql as $$
begin
    perform read.due('DOCUMENT', new.id);
    return null;
end $$;
create trigger search_due after update on read.document for each row
    when ((old.platform, old.terms_type, old.language, old.retired) is distinct from (new.platform, new.terms_type, new.language, new.retired))
    execute function read.reference_due();

create function read.assessment_due() returns trigger language plpgsql as $$
begin
    perform read.due('DOCUMENT', document_id)
        from (select distinct document_id from read.standing_provision where wording_id = new.wording_id) d;
    return null;
end $$;
create trigger search_due after insert or update on read.assessment for each row execute function read.assessment_due();

create function read.rebuilt() returns trigger language plpgsql as $$
begin
    truncate read.search_due;
    perform nextval('read.generation');
    return null;
end $$;
create trigger search_rebuilt after truncate on read.change for each statement execute function read.rebuilt();
