package dev.clausewatch.alert.subscription;

import dev.clausewatch.events.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which changes a subscription wants. An empty list does not restrict, so the empty filter matches everything.
 *
 * @param platforms any of these, upper or lower case
 * @param termsTypes any of these, upper or lower case
 * @param documents any of these document ids
 * @param areas at least one of these regulatory areas
 * @param minSeverity at least this
 */
public record SubscriptionFilter(
        List<String> platforms,
        List<String> termsTypes,
        List<String> documents,
        List<String> areas,
        @Nullable Severity minSeverity) {

    /** Lets everything through. */
    public static final SubscriptionFilter EVERYTHING =
            new SubscriptionFilter(List.of(), List.of(), List.of(), List.of(), null);

    public SubscriptionFilter {
        platforms = List.copyOf(platforms);
        termsTypes = List.copyOf(termsTypes);
        documents = List.copyOf(documents);
        areas = List.copyOf(areas);
    }
}
