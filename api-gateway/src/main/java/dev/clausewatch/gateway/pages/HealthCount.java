package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.documents.SourceHealth.Status;
import java.util.List;
import java.util.Map;

/** How many documents have a source in a state. */
public record HealthCount(Status status, long documents) {

    /** Those that some document has, in the order of the states. */
    static List<HealthCount> of(Map<Status, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> new HealthCount(count.getKey(), count.getValue()))
                .toList();
    }
}
