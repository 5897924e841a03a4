-- What a rule set said in place of others is reported in the order of documents and versions, whatever was said later.
create index classification_upgrades on classification (ruleset_version, document_id, sequence, change_id)
    where cause = 'RULESET_UPGRADE';
