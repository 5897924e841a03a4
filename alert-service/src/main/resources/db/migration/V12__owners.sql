-- The API key that made it, which alone may change it beside those that administer. Earlier ones have none.
alter table subscription add column owner text;
