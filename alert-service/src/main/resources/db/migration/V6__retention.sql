-- Old rows are pruned, some at a time.
create index delivery_finished on delivery (finished_at) where finished_at is not null;
create index delivery_of_message on delivery (message_id);
create index message_age on message (created_at);
create index handled_change_age on handled_change (handled_at) where state <> 'WAITING';
create index handled_source_event_age on handled_source_event (handled_at);
