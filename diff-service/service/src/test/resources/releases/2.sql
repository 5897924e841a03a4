-- What a release writes whose newest migration is V2: the columns without a default into every table, then every column.
insert into document_state (document_id, last_sequence)
    values ('x', 1);
update document_state set last_sequence = 1;
insert into version (snapshot_id, document_id, sequence, text_hash, fingerprint, first_seen_at, change_id, kind, origin, trusted, driven_by)
    values ('x', 'x', 1, 'x', 'x', '2026-01-01T00:00:00Z', 'x', 'x', 'x', true, 'x');
update version set document_id = 'x', sequence = 1, text_hash = 'x', fingerprint = 'x', first_seen_at = '2026-01-01T00:00:00Z', change_id = 'x', kind = 'x', origin = 'x', trusted = true, driven_by = 'x';
insert into version_text (snapshot_id, text, segmenter_name, segmenter_version, provisions)
    values ('x', 'x', 'x', 'x', '\x7b7d');
update version_text set text = 'x', segmenter_name = 'x', segmenter_version = 'x', provisions = '\x7b7d';
insert into change (change_id, document_id, snapshot_id, detected_at, data, waiting)
    values ('x', 'x', 'x', '2026-01-01T00:00:00Z', '\x7b7d', true);
update change set document_id = 'x', snapshot_id = 'x', detected_at = '2026-01-01T00:00:00Z', data = '\x7b7d', waiting = true;
insert into settlement (change_id, event_id, settled_at, caused_by, data)
    values ('x', 'x', '2026-01-01T00:00:00Z', 'x', '\x7b7d');
update settlement set event_id = 'x', settled_at = '2026-01-01T00:00:00Z', caused_by = 'x', data = '\x7b7d';
insert into parked_snapshot (snapshot_id, document_id, sequence, parked_at, data)
    values ('x', 'x', 1, '2026-01-01T00:00:00Z', '\x7b7d');
update parked_snapshot set document_id = 'x', sequence = 1, parked_at = '2026-01-01T00:00:00Z', data = '\x7b7d';
insert into event_log (topic, event_key, event_id, event_type, event_time, data, published_at)
    values ('x', 'x', 'x', 'x', '2026-01-01T00:00:00Z', '\x7b7d', null);
update event_log set topic = 'x', event_key = 'x', event_id = 'x', event_type = 'x', event_time = '2026-01-01T00:00:00Z', data = '\x7b7d', published_at = null;
