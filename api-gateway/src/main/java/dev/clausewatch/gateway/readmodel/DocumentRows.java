package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.events.ArchiveName;
import dev.clausewatch.events.ArchivedIn;
import dev.clausewatch.events.CaptureFailed;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.RawCapture;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.events.Source;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.SourceRecovered;
import dev.clausewatch.gateway.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes documents, the health of their sources, and versions. Any order of the same events gives the same rows. */
final class DocumentRows {

    private DocumentRows() {}

    /** The platform of a document id: its first part. */
    static String platformSlug(String documentId) {
        int slash = documentId.indexOf('/');
        return slash < 0 ? documentId : documentId.substring(0, slash);
    }

    /** Whatever the event: it carries its document. The newest event knows best how it is called. */
    static void reference(Connection connection, Event event, DocumentRef document) throws SQLException {
        Database.update(
                connection,
                """
                insert into read.document as d
                    (id, platform_slug, platform, terms_type, language, jurisdictions, url, ref_at, ref_event_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set platform = excluded.platform, terms_type = excluded.terms_type,
                    language = excluded.language, jurisdictions = excluded.jurisdictions, url = excluded.url,
                    ref_at = excluded.ref_at, ref_event_id = excluded.ref_event_id
                where (excluded.ref_at, excluded.ref_event_id) > (d.ref_at, d.ref_event_id)""",
                document.id(),
                platformSlug(document.id()),
                document.platform(),
                document.termsType(),
                document.language(),
                document.jurisdictions(),
                document.url(),
                event.time(),
                event.id());
    }

    /** A declaration; the newest one holds. The row is there already: {@link #reference} goes first. */
    static void declared(
            Connection connection,
            Event event,
            String documentId,
            List<Source> sources,
            @Nullable String category,
            @Nullable Duration cadence,
            boolean retired)
            throws SQLException {
        Database.update(
                connection,
                """
                update read.document set declared_at = ?, declared_event_id = ?, category = ?, cadence_seconds = ?,
                    sources = ?, retired = ?
                where id = ? and (declared_at is null or (?, ?) > (declared_at, declared_event_id))""",
                event.time(),
                event.id(),
                category,
                cadence == null ? null : cadence.toSeconds(),
                sources.stream().map(Source::fetch).toList(),
                retired,
                documentId,
                event.time(),
                event.id());
    }

    static void captured(Connection connection, SnapshotCaptured snapshot) throws SQLException {
        Database.update(
                connection,
                """
                insert into read.version (snapshot_id, document_id, sequence, previous_snapshot_id, origin, cause,
                    first_seen_at, text, text_hash, extractor, raw_hashes, archive, archive_commit)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                snapshot.snapshotId(),
                snapshot.document().id(),
                snapshot.sequence(),
                snapshot.previousSnapshotId(),
                snapshot.origin(),
                snapshot.cause(),
                snapshot.capturedAt(),
                snapshot.text(),
                snapshot.textHash(),
                snapshot.extractor().name() + "/" + snapshot.extractor().version(),
                snapshot.sources().stream().map(RawCapture::sha256).toList(),
                archive(snapshot),
                snapshot.archivedIn() == null ? null : snapshot.archivedIn().commit());
        if (snapshot.origin() == Origin.LIVE) {
            success(connection, snapshot.document().id(), snapshot.capturedAt());
        }
    }

    /** Events of before name no archive; the address of a document that only an archive holds is the archive's. */
    private static @Nullable String archive(SnapshotCaptured snapshot) {
        ArchivedIn archivedIn = snapshot.archivedIn();
        if (archivedIn != null) {
            return archivedIn.archive();
        }
        return snapshot.origin() == Origin.IMPORT
                ? ArchiveName.in(snapshot.document().url())
                : null;
    }

    static void verified(Connection connection, SnapshotVerified verified) throws SQLException {
        Database.update(connection, """
                insert into read.verification as v (snapshot_id, verified_at) values (?, ?)
                on conflict (snapshot_id) do update set verified_at = greatest(v.verified_at, excluded.verified_at)""", verified.snapshotId(), verified.verifiedAt());
        success(connection, verified.document().id(), verified.verifiedAt());
    }

    private static void success(Connection connection, String documentId, Instant at) throws SQLException {
        Database.update(connection, """
                insert into read.source_health as h (document_id, success_at) values (?, ?)
                on conflict (document_id) do update set success_at = greatest(h.success_at, excluded.success_at)""", documentId, at);
    }

    static void failed(Connection connection, CaptureFailed failed) throws SQLException {
        Database.update(
                connection,
                """
                insert into read.source_health as h (document_id, failure_at, failure_reason, failure_detail, failure_url,
                    consecutive_failures, next_attempt_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (document_id) do update set failure_at = excluded.failure_at,
                    failure_reason = excluded.failure_reason, failure_detail = excluded.failure_detail,
                    failure_url = excluded.failure_url, consecutive_failures = excluded.consecutive_failures,
                    next_attempt_at = excluded.next_attempt_at
                where h.failure_at is null or excluded.failure_at > h.failure_at""",
                failed.document().id(),
                failed.attemptedAt(),
                failed.reason(),
                failed.detail(),
                failed.url(),
                failed.consecutiveFailures(),
                failed.nextAttemptAt());
        if (failed.consecutiveFailures() == 1) {
            failingSince(connection, failed.document().id(), failed.attemptedAt());
        }
    }

    private static void failingSince(Connection connection, String documentId, Instant since) throws SQLException {
        Database.update(connection, """
                insert into read.source_health as h (document_id, failing_since) values (?, ?)
                on conflict (document_id) do update set failing_since = greatest(h.failing_since, excluded.failing_since)""", documentId, since);
    }

    static void degraded(Connection connection, Event event, SourceDegraded degraded) throws SQLException {
        Database.update(connection, """
                insert into read.source_health as h (document_id, degraded_at) values (?, ?)
                on conflict (document_id) do update set degraded_at = greatest(h.degraded_at, excluded.degraded_at)""", degraded.document().id(), event.time());
        failingSince(connection, degraded.document().id(), degraded.failingSince());
    }

    static void recovered(Connection connection, SourceRecovered recovered) throws SQLException {
        Database.update(connection, """
                insert into read.source_health as h (document_id, recovered_at) values (?, ?)
                on conflict (document_id) do update set recovered_at = greatest(h.recovered_at, excluded.recovered_at)""", recovered.document().id(), recovered.recoveredAt());
    }
}
