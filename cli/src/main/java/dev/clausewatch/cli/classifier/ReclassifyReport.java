package dev.clausewatch.cli.classifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What a reclassification changed: a line for each change whose answer differs, then totals. */
final class ReclassifyReport {

    private final PrintWriter out;
    private final List<String> tooLarge = new ArrayList<>();
    private int answers;
    private int different;
    private int types;
    private int materiality;
    private int severity;

    ReclassifyReport(PrintWriter out) {
        this.out = out;
    }

    void add(JsonNode item) {
        answers++;
        if (!item.path("different").asBoolean()) {
            return;
        }
        different++;
        JsonNode before = item.path("before");
        JsonNode after = item.path("after");
        List<String> parts = new ArrayList<>();
        types += compare("types", before, after, parts);
        materiality += compare("materiality", before, after, parts);
        severity += compare("severity", before, after, parts);
        out.printf(
                "%s %s: %s%n",
                item.path("document").asText(), item.path("change").asText(), String.join("; ", parts));
    }

    void tooLarge(JsonNode changeId) {
        tooLarge.add(changeId.asText());
    }

    void conclude(boolean dryRun) {
        tooLarge.forEach(id -> out.printf("Left as it is, since its answer would not fit into an event: %s%n", id));
        out.printf(
                "reclassify: %s=%d different=%d types=%d materiality=%d severity=%d too-large=%d%n",
                dryRun ? "would-be" : "reclassified",
                answers,
                different,
                types,
                materiality,
                severity,
                tooLarge.size());
        out.flush();
    }

    private static int compare(String field, JsonNode before, JsonNode after, List<String> parts) {
        String was = shown(before.path(field));
        String is = shown(after.path(field));
        if (was.equals(is)) {
            return 0;
        }
        parts.add(field + " " + was + " -> " + is);
        return 1;
    }

    private static String shown(JsonNode value) {
        if (!value.isArray()) {
            return value.isTextual() ? value.textValue() : "none";
        }
        List<String> ids = new ArrayList<>();
        value.forEach(id -> ids.add(id.asText()));
        return ids.isEmpty() ? "none" : String.join(", ", ids);
    }
}
