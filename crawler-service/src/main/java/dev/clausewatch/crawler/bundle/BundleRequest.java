package dev.clausewatch.crawler.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Which snapshots a bundle is about.
 *
 * @param from sequence of the first
 * @param to sequence of the last
 * @param change the change that it shows; absent for a document's history
 */
record BundleRequest(
        String documentId, long from, long to, @Nullable JsonNode change) {

    /** A change with everything from the version before it to the new one. */
    static BundleRequest of(JsonNode change) {
        long to = change.path("to").path("sequence").asLong();
        long from = change.path("from").path("sequence").asLong(to);
        return new BundleRequest(change.path("document").path("id").asText(), from, to, change);
    }

    /** For a file name. */
    String name() {
        String what = documentId.replaceAll("[^A-Za-z0-9-]+", "_");
        JsonNode id = change == null ? null : change.get("id");
        return id == null ? what : what + "-" + id.asText().replaceAll("[^A-Za-z0-9-]+", "_");
    }
}
