-- Where an imported snapshot comes from: archive, commit, path. Captured ones have none.
alter table snapshot add column provenance jsonb;
