-- A change that was retracted may hold after all, and whoever was told is told of that too.
alter table delivery drop constraint delivery_purpose_check;
alter table delivery add constraint delivery_purpose_check
  check (purpose in ('ALERT', 'RETRACTION', 'REINSTATEMENT', 'SOURCE_HEALTH', 'TEST'));
