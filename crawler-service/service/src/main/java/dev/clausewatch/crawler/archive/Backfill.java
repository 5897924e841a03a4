package dev.clausewatch.crawler.archive;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.evidence.EvidenceChain;
import dev.clausewatch.crawler.evidence.EvidenceRecord;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.runtime.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.result.RowView;

/** Records snapshots that were written before there were records, or by a replica of an older release. */
@ApplicationScoped
class Backfill {

    private static final Logger LOG = Logger.getLogger(Backfill.class);
    private static final int BATCH = 200;

    private final Database database;
    private final EvidenceChain chain;

    Backfill(Database database, EvidenceChain chain) {
        this.database = database;
        this.chain = chain;
    }

    @Scheduled(every = "10m", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            unrecorded().forEach(this::record);
        } catch (RuntimeException e) {
            LOG.warnf("Snapshots of before are not recorded for now: %s", e);
        }
    }

    private List<String> unrecorded() {
        return database.sql("""
                select distinct document_id from snapshot
                where not exists (select 1 from evidence_record where snapshot_id = snapshot.id)""").list(String.class);
    }

    private void record(String documentId) {
        int recorded = BATCH;
        while (recorded == BATCH) {
            recorded = QuarkusTransaction.requiringNew().call(() -> recordSome(documentId));
        }
    }

    private int recordSome(String documentId) {
        database.sql("select document_id from capture_state where document_id = :documentId for update")
                .bind("documentId", documentId)
                .list(String.class);
        return chain.extend(database.sql("""
                select id, document_id, sequence, previous_id, text_hash, origin, cause, captured_at, extractor,
                    extractor_version, sources, provenance
                from snapshot where document_id = :documentId
                    and not exists (select 1 from evidence_record where snapshot_id = snapshot.id)
                order by sequence limit :batch""")
                .bind("documentId", documentId)
                .bind("batch", BATCH)
                .list(Backfill::read));
    }

    private static EvidenceRecord read(RowView row) {
        return new EvidenceRecord(
                row.getColumn("document_id", String.class),
                row.getColumn("id", String.class),
                row.getColumn("sequence", Long.class),
                row.getColumn("previous_id", String.class),
                null,
                row.getColumn("text_hash", String.class),
                row.getColumn("origin", String.class),
                row.getColumn("cause", String.class),
                row.getColumn("captured_at", Instant.class),
                new ToolVersion(
                        row.getColumn("extractor", String.class), row.getColumn("extractor_version", String.class)),
                Json.readList(row.getColumn("sources", String.class), CapturedSource.class).stream()
                        .map(source -> new EvidenceRecord.Source(source.raw(), source.headers()))
                        .toList(),
                EvidenceRecord.provenance(row.getColumn("provenance", String.class)));
    }
}
