-- An address is asked before it gets mails.
alter table delivery drop constraint delivery_purpose_check;
alter table delivery add constraint delivery_purpose_check
  check (purpose in ('ALERT', 'RETRACTION', 'REINSTATEMENT', 'SOURCE_HEALTH', 'TEST', 'CONFIRMATION', 'DIGEST'));

-- How often it was asked is counted.
create index subscription_of_mail on subscription (url) where kind = 'MAIL';
