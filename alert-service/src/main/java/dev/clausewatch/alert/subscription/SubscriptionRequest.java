package dev.clausewatch.alert.subscription;

import dev.clausewatch.filter.FilterFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for; {@link SubscriptionRules} validates it. A {@code PATCH} is merged with the subscription first, see
 * {@link SubscriptionPatch}.
 *
 * @param name for people
 * @param url where webhooks go; short for a destination of that kind
 * @param destination where messages go
 * @param filter which changes; everything when absent
 * @param events what it hears of; changes when absent in a {@code POST}
 * @param active whether it is told; only in a {@code PATCH}
 */
record SubscriptionRequest(
        @Nullable String name,
        @Nullable String url,
        @Nullable Destination destination,
        @Nullable FilterFields filter,
        @Nullable List<@Nullable String> events,
        @Nullable Boolean active) {

    /**
     * Where messages go.
     *
     * @param kind such as {@code slack}
     * @param url of a webhook, or of one of Slack or Teams
     * @param address of mail
     */
    record Destination(
            @Nullable String kind,
            @Nullable String url,
            @Nullable String address) {}
}
