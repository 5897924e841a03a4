package dev.clausewatch.crawler.evidence;

import dev.clausewatch.events.Ids;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the records of snapshots, each with the hash of the document's record before it. */
@ApplicationScoped
public class EvidenceChain {

    private final Database database;

    EvidenceChain(Database database) {
        this.database = database;
    }

    /**
     * Writes records in the caller's transaction, which wrote their snapshots and holds the locks of their documents' rows. A snapshot
     * whose previous one has no record yet is left out: those of before this log are recorded later, and in order.
     *
     * @param unchained those of one document in the order of their sequence
     * @return how many were written
     */
    public int extend(List<EvidenceRecord> unchained) {
        Map<String, String> hashes = hashes(unchained.stream()
                .map(EvidenceRecord::previousSnapshot)
                .filter(Objects::nonNull)
                .toList());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (EvidenceRecord record : unchained) {
            String previous = record.previousSnapshot();
            if (previous == null || hashes.containsKey(previous)) {
                byte[] bytes = record.after(previous == null ? null : hashes.get(previous))
                        .bytes();
                String hash = Ids.sha256(bytes);
                hashes.put(record.snapshot(), hash);
                rows.add(new @Nullable Object[] {record.snapshot(), bytes, hash});
            }
        }
        database.batch("insert into evidence_record (snapshot_id, record, record_hash) values (?, ?, ?)", rows);
        return rows.size();
    }

    private Map<String, String> hashes(List<String> snapshotIds) {
        Map<String, String> hashes = new HashMap<>();
        if (!snapshotIds.isEmpty()) {
            database.list(
                            "select snapshot_id, record_hash from evidence_record where snapshot_id = any (?)",
                            row -> Map.entry(row.text("snapshot_id"), row.text("record_hash")),
                            snapshotIds)
                    .forEach(found -> hashes.put(found.getKey(), found.getValue()));
        }
        return hashes;
    }
}
