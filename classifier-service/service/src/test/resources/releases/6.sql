-- What a release writes whose newest migration is V6: the columns without a default into every table, then every column.
insert into classification (id, change_id, correction, cause, ruleset_version, event_id, event_time, data, document_id, sequence, present, replaces)
    values ('x', 'x', 1, 'x', 'x', 'x', '2026-01-01T00:00:00Z', '\x7b7d', 'x', 1, true, 'x');
update classification set id = 'x', change_id = 'x', correction = 1, cause = 'x', ruleset_version = 'x', event_time = '2026-01-01T00:00:00Z', data = '\x7b7d', document_id = 'x', sequence = 1, present = true, replaces = 'x', summary_due = true, reading_due = true;
insert into register_release (ruleset_version, published_at)
    values ('x', '2026-01-01T00:00:00Z');
update register_release set published_at = '2026-01-01T00:00:00Z';
insert into language_model_usage (day, calls)
    values ('2026-01-01', 1);
update language_model_usage set calls = 1;
insert into event_log (topic, event_key, event_id, event_type, event_time, data, published_at, refused_at, refusal)
    values ('x', 'x', 'x', 'x', '2026-01-01T00:00:00Z', '\x7b7d', null, '2026-01-01T00:00:00Z', 'x');
update event_log set topic = 'x', event_key = 'x', event_id = 'x', event_type = 'x', event_time = '2026-01-01T00:00:00Z', data = '\x7b7d', published_at = null, refused_at = '2026-01-01T00:00:00Z', refusal = 'x';
insert into provision_reading (question, model, answer, asked_at)
    values ('x', 'x', 'x', '2026-01-01T00:00:00Z');
update provision_reading set question = 'x', model = 'x', answer = 'x', asked_at = '2026-01-01T00:00:00Z';
