package dev.clausewatch.crawler.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.crawler.evidence.Hash;
import dev.clausewatch.crawler.evidence.LoggedRecord;
import dev.clausewatch.events.DocumentRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle is about.
 *
 * @param document the document
 * @param records of consecutive snapshots, each in the log
 * @param proofs the path of each record to the checkpoint's root
 * @param treeSize the checkpoint's
 * @param checkpoint the signed note
 * @param change the change that the bundle shows, as the API tells it; absent for a document's
 */
public record Bundle(
        DocumentRef document,
        List<LoggedRecord> records,
        List<List<Hash>> proofs,
        long treeSize,
        String checkpoint,
        @Nullable JsonNode change) {

    public Bundle {
        records = List.copyOf(records);
        proofs = proofs.stream().map(List::copyOf).toList();
        if (records.isEmpty() || records.size() != proofs.size()) {
            throw new IllegalArgumentException("a bundle has records, and a proof of each");
        }
    }
}
