-- Beside the change whose text has to stand, changes may wait whose words came with another way of reading the page.
drop index change_waiting;
create index change_waiting on change (document_id) where waiting;
