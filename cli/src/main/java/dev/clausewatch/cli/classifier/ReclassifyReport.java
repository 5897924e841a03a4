package dev.clausewatch.cli.classifier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.cli.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a reclassification changed: a line for each change whose answer differs, as soon as it is known, then totals. */
final class ReclassifyReport {

    private final Consumer<String> lines;
    private final List<Difference> differences = new ArrayList<>();
    private final List<String> tooLarge = new ArrayList<>();
    private int answers;
    private int types;
    private int materiality;
    private int severity;

    /** A report whose lines about changes go there. */
    ReclassifyReport(Consumer<String> lines) {
        this.lines = lines;
    }

    /** A change whose answer differs. */
    record Difference(String document, String change, Verdict before, Verdict after) {}

    /** An answer in short. */
    record Verdict(
            List<String> types,
            @Nullable String materiality,
            @Nullable String severity) {

        static Verdict of(JsonNode verdict) {
            List<String> types = new ArrayList<>();
            verdict.path("types").forEach(type -> types.add(type.asText()));
            return new Verdict(
                    types,
                    verdict.path("materiality").textValue(),
                    verdict.path("severity").textValue());
        }

        private @Nullable String shownTypes() {
            return types.isEmpty() ? null : String.join(", ", types);
        }
    }

    void add(JsonNode item) {
        answers++;
        if (!item.path("different").asBoolean()) {
            return;
        }
        Difference difference = new Difference(
                item.path("document").asText(),
                item.path("change").asText(),
                Verdict.of(item.path("before")),
                Verdict.of(item.path("after")));
        differences.add(difference);
        Verdict before = difference.before();
        Verdict after = difference.after();
        List<String> parts = new ArrayList<>();
        types += compare("types", before.shownTypes(), after.shownTypes(), parts);
        materiality += compare("materiality", before.materiality(), after.materiality(), parts);
        severity += compare("severity", before.severity(), after.severity(), parts);
        lines.accept("%s %s: %s".formatted(difference.document(), difference.change(), String.join("; ", parts)));
    }

    void tooLarge(JsonNode changeId) {
        tooLarge.add(changeId.asText());
    }

    /** The totals, and with them what differs. */
    Summary conclude(boolean dryRun) {
        tooLarge.forEach(
                id -> lines.accept("Left as it is, since its answer would not fit into an event: %s".formatted(id)));
        return new Summary("reclassify")
                .figure(dryRun ? "would-be" : "reclassified", "%d", answers)
                .figure("different", "%d", differences.size())
                .figure("types", "%d", types)
                .figure("materiality", "%d", materiality)
                .figure("severity", "%d", severity)
                .figure("too-large", "%d", tooLarge.size())
                .rows("differences", differences)
                .rows("tooLargeChanges", tooLarge);
    }

    private static int compare(String field, @Nullable String was, @Nullable String is, List<String> parts) {
        if (Objects.equals(was, is)) {
            return 0;
        }
        parts.add(field + " " + Objects.requireNonNullElse(was, "none") + " -> "
                + Objects.requireNonNullElse(is, "none"));
        return 1;
    }
}
