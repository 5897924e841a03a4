package dev.clausewatch.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether what the gateway shows is up to date. */
final class ReadModelJudge {

    private static final String CHECK = "read model";

    private ReadModelJudge() {}

    /** Of the answer of {@code /api/v1/admin/read-model}. */
    static Finding judge(JsonNode state) {
        long lag = 0;
        for (JsonNode topic : state.path("topics")) {
            if (!topic.hasNonNull("lag")) {
                return Finding.warning(
                        CHECK,
                        "The gateway cannot say how far it is: the brokers do not answer it.",
                        "Look whether its network reaches the brokers.",
                        Runbook.BROKERS);
            }
            lag += topic.path("lag").asLong();
        }
        String found = lag + " records before it.";
        if (state.path("rebuilding").asBoolean()) {
            return Finding.warning(
                    CHECK,
                    "It is being rebuilt, so that answers are not complete yet: " + found,
                    "Wait until it is done.",
                    Runbook.CONSUMER_BEHIND);
        }
        return LagJudge.records(CHECK, lag, found);
    }
}
