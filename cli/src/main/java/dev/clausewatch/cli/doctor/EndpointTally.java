package dev.clausewatch.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what the gateway says of subscriptions and their newest deliveries. */
final class EndpointTally {

    private static final String CHECK = "endpoints";
    private static final Set<String> FAILED = Set.of("RETRYING", "EXHAUSTED");

    private final int all;
    private final List<String> gone = new ArrayList<>();
    private final List<String> failing = new ArrayList<>();

    EndpointTally(int all) {
        this.all = all;
    }

    /**
     * Counts one.
     *
     * @param newest its newest delivery; null when there is none or it was not asked for
     */
    void count(JsonNode subscription, @Nullable JsonNode newest) {
        String id = subscription.path("id").asText();
        if (subscription.path("inactiveReason").asText().equals("gone")) {
            gone.add(id);
        } else if (newest != null && FAILED.contains(newest.path("state").asText())) {
            failing.add(id + " (" + newest.path("lastReason").asText("unknown") + ")");
        }
    }

    /**
     * What was counted.
     *
     * @param asked of how many subscriptions the newest delivery was looked at
     */
    Finding finding(int asked) {
        if (failing.isEmpty() && gone.isEmpty()) {
            return Finding.ok(
                    CHECK, "%d subscriptions; no newest delivery of %d active ones failed.".formatted(all, asked));
        }
        List<String> found = new ArrayList<>();
        if (!failing.isEmpty()) {
            found.add("The newest delivery failed to " + failing.size() + ": " + TopicJudge.some(failing) + ".");
        }
        if (!gone.isEmpty()) {
            found.add("Inactive, since their receiver said that it is gone: " + TopicJudge.some(gone) + ".");
        }
        return Finding.warning(
                CHECK,
                String.join(" ", found),
                "Tell the owner of the receiver; GET /api/v1/subscriptions/ID/deliveries has the attempts.",
                Runbook.DELIVERIES_FAILING);
    }
}
