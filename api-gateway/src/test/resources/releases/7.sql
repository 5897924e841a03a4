-- What a release writes whose newest migration is V7: the columns without a default into every table, then every column.
insert into access.api_key (id, name, key_hash, scopes, created_by, created_at, last_used_at, expires_at, revoked_at)
    values ('x', 'x', 'x', '{x}', 'x', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
update access.api_key set name = 'x', key_hash = 'x', scopes = '{x}', created_by = 'x', created_at = '2026-01-01T00:00:00Z', last_used_at = '2026-01-01T00:00:00Z', expires_at = '2026-01-01T00:00:00Z', revoked_at = '2026-01-01T00:00:00Z';
insert into access.first_key (key_id, made_at)
    values ('x', '2026-01-01T00:00:00Z');
update access.first_key set only_one = true, key_id = 'x', made_at = '2026-01-01T00:00:00Z';
insert into access.session (token_hash, key_id, created_at, expires_at)
    values ('x', 'x', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
update access.session set key_id = 'x', created_at = '2026-01-01T00:00:00Z', expires_at = '2026-01-01T00:00:00Z';
insert into access.audit (at, key_id, key_name, method, path, status)
    values ('2026-01-01T00:00:00Z', 'x', 'x', 'x', 'x', 1);
update access.audit set at = '2026-01-01T00:00:00Z', key_id = 'x', key_name = 'x', method = 'x', path = 'x', status = 1, attempts = 1, last_at = '2026-01-01T00:00:00Z';
insert into read.position (topic, partition, next_offset, rebuild_until)
    values ('x', 1, 1, 1);
update read.position set next_offset = 1, rebuild_until = 1;
insert into read.document (id, platform_slug, platform, terms_type, language, jurisdictions, url, ref_at, ref_event_id, declared_at, declared_event_id, category, cadence_seconds)
    values ('x', 'x', 'x', 'x', 'x', '{x}', 'x', '2026-01-01T00:00:00Z', 'x', '2026-01-01T00:00:00Z', 'x', 'x', 1);
update read.document set platform_slug = 'x', platform = 'x', terms_type = 'x', language = 'x', jurisdictions = '{x}', url = 'x', ref_at = '2026-01-01T00:00:00Z', ref_event_id = 'x', declared_at = '2026-01-01T00:00:00Z', declared_event_id = 'x', category = 'x', cadence_seconds = 1, sources = '{x}', retired = true;
insert into read.source_health (document_id, success_at, failure_at, failure_reason, failure_detail, failure_url, consecutive_failures, next_attempt_at, degraded_at, failing_since, recovered_at)
    values ('x', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'x', 'x', 'x', 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
update read.source_health set success_at = '2026-01-01T00:00:00Z', failure_at = '2026-01-01T00:00:00Z', failure_reason = 'x', failure_detail = 'x', failure_url = 'x', consecutive_failures = 1, next_attempt_at = '2026-01-01T00:00:00Z', degraded_at = '2026-01-01T00:00:00Z', failing_since = '2026-01-01T00:00:00Z', recovered_at = '2026-01-01T00:00:00Z';
insert into read.version (snapshot_id, document_id, sequence, previous_snapshot_id, origin, cause, first_seen_at, text, text_hash, extractor, raw_hashes, archive, archive_commit)
    values ('x', 'x', 1, 'x', 'x', 'x', '2026-01-01T00:00:00Z', 'x', 'x', 'x', '{x}', 'x', 'x');
update read.version set document_id = 'x', sequence = 1, previous_snapshot_id = 'x', origin = 'x', cause = 'x', first_seen_at = '2026-01-01T00:00:00Z', text = 'x', text_hash = 'x', extractor = 'x', raw_hashes = '{x}', archive = 'x', archive_commit = 'x';
insert into read.verification (snapshot_id, verified_at)
    values ('x', '2026-01-01T00:00:00Z');
update read.verification set verified_at = '2026-01-01T00:00:00Z';
insert into read.change (change_id, document_id, platform_slug, platform, terms_type, url, kind, detected_at, from_snapshot_id, to_snapshot_id, alertable, settlement, touched, classification_id, correction, classified_at, severity, materiality, summary, alert, alert_reason, event_type, event, to_sequence, to_first_seen_at, touched_ids, origin, meanings)
    values ('x', 'x', 'x', 'x', 'x', 'x', 'x', '2026-01-01T00:00:00Z', 'x', 'x', true, 'x', 1, 'x', 1, '2026-01-01T00:00:00Z', 'x', 'x', 'x', true, 'x', 'x', '\x7b7d', 1, '2026-01-01T00:00:00Z', '{x}', 'x', '[]');
update read.change set document_id = 'x', platform_slug = 'x', platform = 'x', terms_type = 'x', url = 'x', kind = 'x', detected_at = '2026-01-01T00:00:00Z', from_snapshot_id = 'x', to_snapshot_id = 'x', alertable = true, settlement = 'x', touched = 1, classification_id = 'x', correction = 1, classified_at = '2026-01-01T00:00:00Z', severity = 'x', materiality = 'x', areas = '{x}', types = '{x}', summary = 'x', alert = true, alert_reason = 'x', event_type = 'x', event = '\x7b7d', to_sequence = 1, to_first_seen_at = '2026-01-01T00:00:00Z', touched_ids = '{x}', origin = 'x', meanings = '[]';
insert into read.settlement (change_id, settled_as, settled_at, evidence_snapshot_id, reason)
    values ('x', 'x', '2026-01-01T00:00:00Z', 'x', 'x');
update read.settlement set settled_as = 'x', settled_at = '2026-01-01T00:00:00Z', evidence_snapshot_id = 'x', reason = 'x';
insert into read.register (ruleset, published_at, event)
    values ('x', '2026-01-01T00:00:00Z', '\x7b7d');
update read.register set published_at = '2026-01-01T00:00:00Z', event = '\x7b7d';
insert into read.delivery (delivery_id, subscription_id, change_id, purpose, attempt, outcome, attempted_at)
    values ('x', 'x', 'x', 'x', 1, 'x', '2026-01-01T00:00:00Z');
update read.delivery set subscription_id = 'x', change_id = 'x', purpose = 'x', attempt = 1, outcome = 'x', attempted_at = '2026-01-01T00:00:00Z';
insert into read.provision_step (provision_id, change_id, what, number, heading_path)
    values ('x', 'x', '{x}', 'x', '{x}');
update read.provision_step set what = '{x}', number = 'x', heading_path = '{x}';
insert into read.dead_letter (stage, subject, document_id, snapshot_id, sequence, first_seen_at, failed_at, last_failed_at, reason, record)
    values ('x', 'x', 'x', 'x', 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'x', 'x');
update read.dead_letter set stage = 'x', subject = 'x', document_id = 'x', snapshot_id = 'x', sequence = 1, first_seen_at = '2026-01-01T00:00:00Z', failed_at = '2026-01-01T00:00:00Z', last_failed_at = '2026-01-01T00:00:00Z', reason = 'x', record = 'x';
