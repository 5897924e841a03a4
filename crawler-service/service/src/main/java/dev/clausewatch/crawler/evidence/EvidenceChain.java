package dev.clausewatch.crawler.evidence;

import dev.clausewatch.events.Ids;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes the records of snapshots, each with the hash of the document's record before it. */
@ApplicationScoped
public class EvidenceChain {

    private final Database database;

    EvidenceChain(Database database) {
        this.database = database;
    }

    /**
     * Writes records in the caller's transaction, which wrote their snapshots and holds the locks of their documents' capture states. A
     * snapshot whose previous one has no record yet is left out: those of before this log are recorded later, and in order.
     *
     * @param unchained those of one document in the order of their sequence
     * @return how many were written
     */
    public int extend(List<EvidenceRecord> unchained) {
        Map<String, String> hashes = hashes(unchained.stream()
                .map(EvidenceRecord::previousSnapshot)
                .filter(Objects::nonNull)
                .toList());
        List<Written> rows = new ArrayList<>();
        for (EvidenceRecord record : unchained) {
            String previous = record.previousSnapshot();
            if (previous == null || hashes.containsKey(previous)) {
                byte[] bytes = record.after(previous == null ? null : hashes.get(previous))
                        .bytes();
                String hash = Ids.sha256(bytes);
                hashes.put(record.snapshot(), hash);
                rows.add(new Written(record.snapshot(), bytes, hash));
            }
        }
        database.batch(
                "insert into evidence_record (snapshot_id, record, record_hash) values (:snapshot, :bytes, :hash)",
                rows,
                (row, written) -> row.bind("snapshot", written.snapshot())
                        .bind("bytes", written.bytes())
                        .bind("hash", written.hash()));
        return rows.size();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Written(String snapshot, byte[] bytes, String hash) {}

    private Map<String, String> hashes(List<String> snapshotIds) {
        if (snapshotIds.isEmpty()) {
            return new HashMap<>();
        }
        return new HashMap<>(database.sql(
                        "select snapshot_id, record_hash from evidence_record where snapshot_id = any (:snapshotIds)")
                .bind("snapshotIds", snapshotIds)
                .collect(Collectors.toMap(
                        row -> row.getColumn("snapshot_id", String.class),
                        row -> row.getColumn("record_hash", String.class))));
    }
}
