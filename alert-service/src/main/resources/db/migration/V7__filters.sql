-- All that a subscription asks for. The columns platforms to min_severity hold the part that releases before this one know; these read and write
-- them while an installation is upgraded.
alter table subscription
    add column criteria jsonb,
    -- The transaction that wrote the row last, so that whoever keeps subscriptions in memory reads those that changed.
    add column changed_in xid8;

create function subscription_written() returns trigger language plpgsql as $$
begin
  if new.criteria is null or (tg_op = 'UPDATE' and new.criteria is not distinct from old.criteria
      and (new.platforms, new.terms_types, new.documents, new.areas, new.min_severity)
          is distinct from (old.platforms, old.terms_types, old.documents, old.areas, old.min_severity)) then
    new.criteria := coalesce(new.criteria, '{}') - 'minSeverity'
      || jsonb_strip_nulls(jsonb_build_object('platforms', new.platforms, 'termsTypes', new.terms_types,
          'documents', new.documents, 'areas', new.areas, 'minSeverity', new.min_severity));
  end if;
  new.changed_in := pg_current_xact_id();
  return new;
end $$;
create trigger subscription_written before insert or update on subscription
    for each row execute function subscription_written();

update subscription set criteria = null;
create index subscription_changed_in on subscription (changed_in);
