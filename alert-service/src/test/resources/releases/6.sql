-- What a release writes whose newest migration is V6: the columns without a default into every table, then every column.
insert into subscription (id, name, url, platforms, terms_types, documents, areas, min_severity, active, inactive_reason, secret, previous_secret, previous_secret_until, created_at, deleted_at)
    values ('x', 'x', 'x', '{x}', '{x}', '{x}', '{x}', 'x', true, 'x', 'x', 'x', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
update subscription set name = 'x', url = 'x', platforms = '{x}', terms_types = '{x}', documents = '{x}', areas = '{x}', min_severity = 'x', active = true, inactive_reason = 'x', secret = 'x', previous_secret = 'x', previous_secret_until = '2026-01-01T00:00:00Z', created_at = '2026-01-01T00:00:00Z', deleted_at = '2026-01-01T00:00:00Z', events = '{x}', pace = 'PROMPT';
insert into handled_change (change_id, state, event, handled_at)
    values ('x', 'WAITING', '\x7b7d', '2026-01-01T00:00:00Z');
update handled_change set state = 'WAITING', event = '\x7b7d', handled_at = '2026-01-01T00:00:00Z';
insert into handled_source_event (event_id, handled_at)
    values ('x', '2026-01-01T00:00:00Z');
update handled_source_event set handled_at = '2026-01-01T00:00:00Z';
insert into message (id, body, document, created_at)
    values ('x', 'x', 'x', '2026-01-01T00:00:00Z');
update message set body = 'x', document = 'x', created_at = '2026-01-01T00:00:00Z';
insert into delivery (id, subscription_id, message_id, change_id, purpose, state, due_at, last_status, last_reason, created_at, finished_at)
    values ('x', 'x', 'x', 'x', 'ALERT', 'PENDING', '2026-01-01T00:00:00Z', 1, 'x', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
update delivery set subscription_id = 'x', message_id = 'x', change_id = 'x', purpose = 'ALERT', state = 'PENDING', claims = 1, attempts = 1, failures = 1, maybe_received = true, due_at = '2026-01-01T00:00:00Z', last_status = 1, last_reason = 'x', created_at = '2026-01-01T00:00:00Z', finished_at = '2026-01-01T00:00:00Z', slow_lane = true;
insert into delivery_attempt (delivery_id, attempt, attempted_at, duration_ms, status, reason, response)
    values ('x', 1, '2026-01-01T00:00:00Z', 1, 1, 'x', 'x');
update delivery_attempt set attempted_at = '2026-01-01T00:00:00Z', duration_ms = 1, status = 1, reason = 'x', response = 'x';
insert into event_log (topic, event_key, event_id, event_type, event_time, data, published_at, refused_at, refusal)
    values ('x', 'x', 'x', 'x', '2026-01-01T00:00:00Z', '\x7b7d', null, '2026-01-01T00:00:00Z', 'x');
update event_log set topic = 'x', event_key = 'x', event_id = 'x', event_type = 'x', event_time = '2026-01-01T00:00:00Z', data = '\x7b7d', published_at = null, refused_at = '2026-01-01T00:00:00Z', refusal = 'x';
