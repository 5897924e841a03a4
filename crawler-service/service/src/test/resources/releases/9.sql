-- What a release writes whose newest migration is V9: the columns without a default into every table, then every column.
insert into document (id, declaration, origin, definition, host, registered_at, retired_at)
    values ('x', 'x', 'HTTP', '{}', 'x', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
update document set declaration = 'x', origin = 'HTTP', definition = '{}', host = 'x', registered_at = '2026-01-01T00:00:00Z', retired_at = '2026-01-01T00:00:00Z', history = '{}';
insert into capture_state (document_id, next_attempt_at, requested_at, claimed_by, claimed_at, claimed_until, failing_since, failure_reason, failure_detail, last_verified_at, read_definition, read_extractor)
    values ('x', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'x', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'x', 'x', '2026-01-01T00:00:00Z', 'x', 'x');
update capture_state set next_attempt_at = '2026-01-01T00:00:00Z', requested_at = '2026-01-01T00:00:00Z', claimed_by = 'x', claimed_at = '2026-01-01T00:00:00Z', claimed_until = '2026-01-01T00:00:00Z', consecutive_failures = 1, failing_since = '2026-01-01T00:00:00Z', degraded = true, failure_reason = 'x', failure_detail = 'x', last_verified_at = '2026-01-01T00:00:00Z', read_definition = 'x', read_extractor = 'x', validators = '{}';
insert into host (name, held_by, held_until, next_allowed_at, refused_until)
    values ('x', 'x', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
update host set held_by = 'x', held_until = '2026-01-01T00:00:00Z', next_allowed_at = '2026-01-01T00:00:00Z', refusals = 1, refused_until = '2026-01-01T00:00:00Z';
insert into robots (site, content, believed_until)
    values ('x', '\x7b7d', '2026-01-01T00:00:00Z');
update robots set content = '\x7b7d', believed_until = '2026-01-01T00:00:00Z';
insert into raw_capture (sha256, media_type, bytes, content, first_seen_at)
    values ('x', 'x', 1, '\x7b7d', '2026-01-01T00:00:00Z');
update raw_capture set media_type = 'x', bytes = 1, content = '\x7b7d', first_seen_at = '2026-01-01T00:00:00Z';
insert into snapshot (id, document_id, sequence, previous_id, text, text_hash, origin, cause, captured_at, sources, extractor, extractor_version, provenance)
    values ('x', 'x', 1, null, 'x', 'x', 'x', 'x', '2026-01-01T00:00:00Z', '{}', 'x', 'x', '{}');
update snapshot set document_id = 'x', sequence = 1, previous_id = null, text = 'x', text_hash = 'x', origin = 'x', cause = 'x', captured_at = '2026-01-01T00:00:00Z', sources = '{}', extractor = 'x', extractor_version = 'x', provenance = '{}';
insert into snapshot_raw (sha256, snapshot_id)
    values ('x', 'x');
insert into evidence_record (snapshot_id, record, record_hash, leaf_index)
    values ('x', '\x7b7d', 'x', 1);
update evidence_record set record = '\x7b7d', record_hash = 'x', leaf_index = 1;
insert into evidence_node (level, index, hash)
    values (1, 1, '\x7b7d');
update evidence_node set hash = '\x7b7d';
insert into evidence_checkpoint (size, key_fingerprint, root, note, signed_at)
    values (1, 'x', '\x7b7d', 'x', '2026-01-01T00:00:00Z');
update evidence_checkpoint set root = '\x7b7d', note = 'x', signed_at = '2026-01-01T00:00:00Z';
insert into evidence_key (pkcs8, made_at)
    values ('\x7b7d', '2026-01-01T00:00:00Z');
update evidence_key set only_one = true, pkcs8 = '\x7b7d', made_at = '2026-01-01T00:00:00Z';
insert into imported_version (document_id, position, archive, commit, path, dated, snapshot_id, unreadable)
    values ('x', 1, 'x', 'x', 'x', '2026-01-01T00:00:00Z', 'x', null);
update imported_version set archive = 'x', commit = 'x', path = 'x', dated = '2026-01-01T00:00:00Z', snapshot_id = 'x', unreadable = null;
insert into refused_capture (document_id, sha256, source, reason, detail, first_refused_at)
    values ('x', 'x', '{}', 'x', 'x', '2026-01-01T00:00:00Z');
update refused_capture set source = '{}', reason = 'x', detail = 'x', first_refused_at = '2026-01-01T00:00:00Z';
insert into event_log (topic, event_key, event_id, event_type, event_time, data, published_at, refused_at, refusal)
    values ('x', 'x', 'x', 'x', '2026-01-01T00:00:00Z', '\x7b7d', null, '2026-01-01T00:00:00Z', 'x');
update event_log set topic = 'x', event_key = 'x', event_id = 'x', event_type = 'x', event_time = '2026-01-01T00:00:00Z', data = '\x7b7d', published_at = null, refused_at = '2026-01-01T00:00:00Z', refusal = 'x';
