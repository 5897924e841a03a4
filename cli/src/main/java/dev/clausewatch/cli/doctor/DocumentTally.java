package dev.clausewatch.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what the gateway says of documents. */
final class DocumentTally {

    /** As the alert rule has it. */
    private static final Duration LATE = Duration.ofHours(2);

    private final Instant now;
    private final List<String> overdue = new ArrayList<>();
    private final List<String> degraded = new ArrayList<>();
    private final List<String> held = new ArrayList<>();
    private int watched;

    DocumentTally(Instant now) {
        this.now = now;
    }

    void count(JsonNode document) {
        JsonNode source = document.path("source");
        String status = source.path("status").asText();
        if (document.path("retired").asBoolean() || status.equals("NOT_WATCHED")) {
            return;
        }
        watched++;
        String id = document.path("id").asText();
        if (status.equals("HELD")) {
            held.add(id);
        } else if (status.equals("DEGRADED")) {
            degraded.add(id);
        }
        Instant due = due(source, document.path("cadence").asText());
        if (due != null && due.plus(LATE).isBefore(now)) {
            overdue.add(id);
        }
    }

    /** When it should have been captured last; null where nothing says so. */
    private static @Nullable Instant due(JsonNode source, String cadence) {
        try {
            if (source.hasNonNull("nextAttemptAt")) {
                return Instant.parse(source.path("nextAttemptAt").asText());
            }
            return source.hasNonNull("lastSuccessAt") && !cadence.isEmpty()
                    ? Instant.parse(source.path("lastSuccessAt").asText())
                            .plus(Duration.parse(cadence).multipliedBy(11).dividedBy(10))
                    : null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /**
     * What was counted.
     *
     * @param complete whether all documents were
     */
    List<Finding> findings(boolean complete) {
        String of = " of " + watched + " watched" + (complete ? "" : " (the first that were looked at)");
        return List.of(
                overdue.isEmpty()
                        ? Finding.ok("documents overdue", "None" + of + ".")
                        : Finding.warning(
                                "documents overdue",
                                overdue.size() + of + " are more than two hours late: " + TopicJudge.some(overdue)
                                        + ".",
                                "Look whether crawler-service runs, and whether many are of one host.",
                                Runbook.CAPTURES_OVERDUE),
                degraded.isEmpty()
                        ? Finding.ok("documents degraded", "None" + of + ".")
                        : Finding.warning(
                                "documents degraded",
                                degraded.size() + of + " failed several times: " + TopicJudge.some(degraded) + ".",
                                "GET /api/v1/documents?health=degraded has the reason of each.",
                                Runbook.SOURCES_DEGRADED),
                held.isEmpty()
                        ? Finding.ok("documents held", "None" + of + ".")
                        : Finding.trouble(
                                "documents held",
                                held.size() + of + " have a newest version that nobody was told of: "
                                        + TopicJudge.some(held) + ".",
                                "Mend the cause and replay its dead letter.",
                                Runbook.DOCUMENTS_HELD));
    }
}
