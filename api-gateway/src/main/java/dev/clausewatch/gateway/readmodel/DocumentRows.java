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
import dev.clausewatch.runtime.database.Database;
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
    static void reference(Database database, Event event, DocumentRef document) {
        database.sql("""
                insert into read.document as d
                    (id, platform_slug, platform, terms_type, language, jurisdictions, url, ref_at, ref_event_id)
                values (:id, :platformSlug, :platform, :termsType, :language, :jurisdictions, :url, :time, :eventId)
                on conflict (id) do update set platform = excluded.platform, terms_type = excluded.terms_type,
                    language = excluded.language, jurisdictions = excluded.jurisdictions, url = excluded.url,
                    ref_at = excluded.ref_at, ref_event_id = excluded.ref_event_id
                where (excluded.ref_at, excluded.ref_event_id) > (d.ref_at, d.ref_event_id)""")
                .bind("id", document.id())
                .bind("platformSlug", platformSlug(document.id()))
                .bind("platform", document.platform())
                .bind("termsType", document.termsType())
                .bind("language", document.language())
                .bind("jurisdictions", document.jurisdictions())
                .bind("url", document.url())
                .bind("time", event.time())
                .bind("eventId", event.id())
                .update();
    }

    /** A declaration; the newest one holds. The row is there already: {@link #reference} goes first. */
    static void declared(
            Database database,
            Event event,
            String documentId,
            List<Source> sources,
            @Nullable String category,
            @Nullable Duration cadence,
            boolean retired) {
        database.sql("""
                update read.document set declared_at = :time, declared_event_id = :eventId, category = :category,
                    cadence_seconds = :cadence, sources = :sources, retired = :retired
                where id = :documentId and (declared_at is null or (:time, :eventId) > (declared_at, declared_event_id))""")
                .bind("time", event.time())
                .bind("eventId", event.id())
                .bind("category", category)
                .bind("cadence", cadence == null ? null : cadence.toSeconds())
                .bind("sources", sources.stream().map(Source::fetch).toList())
                .bind("retired", retired)
                .bind("documentId", documentId)
                .update();
    }

    static void captured(Database database, SnapshotCaptured snapshot) {
        database.sql("""
                insert into read.version (snapshot_id, document_id, sequence, previous_snapshot_id, origin, cause,
                    first_seen_at, text, text_hash, extractor, raw_hashes, archive, archive_commit)
                values (:snapshotId, :documentId, :sequence, :previousSnapshotId, :origin, :cause,
                    :capturedAt, :text, :textHash, :extractor, :rawHashes, :archive, :archiveCommit) on conflict do nothing""")
                .bind("snapshotId", snapshot.snapshotId())
                .bind("documentId", snapshot.document().id())
                .bind("sequence", snapshot.sequence())
                .bind("previousSnapshotId", snapshot.previousSnapshotId())
                .bind("origin", snapshot.origin())
                .bind("cause", snapshot.cause())
                .bind("capturedAt", snapshot.capturedAt())
                .bind("text", snapshot.text())
                .bind("textHash", snapshot.textHash())
                .bind(
                        "extractor",
                        snapshot.extractor().name() + "/" + snapshot.extractor().version())
                .bind(
                        "rawHashes",
                        snapshot.sources().stream().map(RawCapture::sha256).toList())
                .bind("archive", archive(snapshot))
                .bind(
                        "archiveCommit",
                        snapshot.archivedIn() == null
                                ? null
                                : snapshot.archivedIn().commit())
                .update();
        if (snapshot.origin() == Origin.LIVE) {
            success(database, snapshot.document().id(), snapshot.capturedAt());
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

    static void verified(Database database, SnapshotVerified verified) {
        database.sql("""
                insert into read.verification as v (snapshot_id, verified_at) values (:snapshotId, :verifiedAt)
                on conflict (snapshot_id) do update set verified_at = greatest(v.verified_at, excluded.verified_at)""")
                .bind("snapshotId", verified.snapshotId())
                .bind("verifiedAt", verified.verifiedAt())
                .update();
        success(database, verified.document().id(), verified.verifiedAt());
    }

    private static void success(Database database, String documentId, Instant at) {
        database.sql("""
                insert into read.source_health as h (document_id, success_at) values (:documentId, :at)
                on conflict (document_id) do update set success_at = greatest(h.success_at, excluded.success_at)""").bind("documentId", documentId).bind("at", at).update();
    }

    static void failed(Database database, CaptureFailed failed) {
        database.sql("""
                insert into read.source_health as h (document_id, failure_at, failure_reason, failure_detail, failure_url,
                    consecutive_failures, next_attempt_at)
                values (:id, :attemptedAt, :reason, :detail, :url, :consecutiveFailures, :nextAttemptAt)
                on conflict (document_id) do update set failure_at = excluded.failure_at,
                    failure_reason = excluded.failure_reason, failure_detail = excluded.failure_detail,
                    failure_url = excluded.failure_url, consecutive_failures = excluded.consecutive_failures,
                    next_attempt_at = excluded.next_attempt_at
                where h.failure_at is null or excluded.failure_at > h.failure_at""")
                .bind("id", failed.document().id())
                .bind("attemptedAt", failed.attemptedAt())
                .bind("reason", failed.reason())
                .bind("detail", failed.detail())
                .bind("url", failed.url())
                .bind("consecutiveFailures", failed.consecutiveFailures())
                .bind("nextAttemptAt", failed.nextAttemptAt())
                .update();
        if (failed.consecutiveFailures() == 1) {
            failingSince(database, failed.document().id(), failed.attemptedAt());
        }
    }

    private static void failingSince(Database database, String documentId, Instant since) {
        database.sql("""
                insert into read.source_health as h (document_id, failing_since) values (:documentId, :since)
                on conflict (document_id) do update set failing_since = greatest(h.failing_since, excluded.failing_since)""").bind("documentId", documentId).bind("since", since).update();
    }

    static void degraded(Database database, Event event, SourceDegraded degraded) {
        database.sql("""
                insert into read.source_health as h (document_id, degraded_at) values (:id, :time)
                on conflict (document_id) do update set degraded_at = greatest(h.degraded_at, excluded.degraded_at)""")
                .bind("id", degraded.document().id())
                .bind("time", event.time())
                .update();
        failingSince(database, degraded.document().id(), degraded.failingSince());
    }

    static void recovered(Database database, SourceRecovered recovered) {
        database.sql("""
                insert into read.source_health as h (document_id, recovered_at) values (:id, :recoveredAt)
                on conflict (document_id) do update set recovered_at = greatest(h.recovered_at, excluded.recovered_at)""")
                .bind("id", recovered.document().id())
                .bind("recoveredAt", recovered.recoveredAt())
                .update();
    }
}
