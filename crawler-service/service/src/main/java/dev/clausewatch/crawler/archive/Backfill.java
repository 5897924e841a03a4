package dev.clausewatch.crawler.archive;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.evidence.EvidenceChain;
import dev.clausewatch.crawler.evidence.EvidenceRecord;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

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
        return database.list("""
                select distinct document_id from snapshot
                where not exists (select 1 from evidence_record where snapshot_id = snapshot.id)""", row -> row.text("document_id"));
    }

    private void record(String documentId) {
        int recorded = BATCH;
        while (recorded == BATCH) {
            recorded = QuarkusTransaction.requiringNew().call(() -> recordSome(documentId));
        }
    }

    private int recordSome(String documentId) {
        database.list("select id from document where id = ? for update", row -> row.text("id"), documentId);
        return chain.extend(database.list("""
                select id, document_id, sequence, previous_id, text_hash, origin, cause, captured_at, extractor,
                    extractor_version, sources, provenance
                from snapshot where document_id = ?
                    and not exists (select 1 from evidence_record where snapshot_id = snapshot.id)
                order by sequence limit ?""", Backfill::read, documentId, BATCH));
    }

    private static EvidenceRecord read(Row row) throws SQLException {
        return new EvidenceRecord(
                row.text("document_id"),
                row.text("id"),
                row.large("sequence"),
                row.textOrNull("previous_id"),
                null,
                row.text("text_hash"),
                row.text("origin"),
                row.text("cause"),
                row.time("captured_at"),
                new ToolVersion(row.text("extractor"), row.text("extractor_version")),
                Json.readList(row.text("sources"), CapturedSource.class).stream()
                        .map(source -> new EvidenceRecord.Source(source.raw(), source.headers()))
                        .toList(),
                EvidenceRecord.provenance(row.textOrNull("provenance")));
    }
}
