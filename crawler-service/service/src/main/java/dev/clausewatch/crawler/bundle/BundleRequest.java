package dev.clausewatch.crawler.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
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

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9-]++");

    /** A change with everything from the version before it to the new one. */
    static BundleRequest of(JsonNode change) {
        long to = change.path("to").path("sequence").asLong();
        long from = change.path("from").path("sequence").asLong(to);
        return new BundleRequest(change.path("document").path("id").asText(), from, to, change);
    }

    /** For a file name. */
    String name() {
        String what = inName(documentId);
        JsonNode id = change == null ? null : change.get("id");
        return id == null ? what : what + "-" + inName(id.asText());
    }

    private static String inName(String text) {
        return NOT_IN_NAMES.matcher(text).replaceAll("_");
    }
}
