package dev.clausewatch.alert.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clausewatch.alert.webhook.WebhookSecret;
import dev.clausewatch.filter.FilterFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionView(
        String id,
        String name,
        String url,
        FilterFields filter,
        List<String> events,
        boolean active,
        @Nullable String inactiveReason,
        Instant createdAt,
        @Nullable Instant previousSecretUntil,
        @Nullable String secret) {

    static SubscriptionView of(Subscription subscription) {
        return of(subscription, null);
    }

    /** With the secret: only right after it was made. */
    static SubscriptionView withSecret(Subscription subscription) {
        return of(subscription, subscription.secret());
    }

    private static SubscriptionView of(Subscription subscription, @Nullable WebhookSecret secret) {
        return new SubscriptionView(
                subscription.id(),
                subscription.name(),
                subscription.url().toString(),
                subscription.filter().fields(),
                subscription.events().stream().map(EventGroup::code).sorted().toList(),
                subscription.active(),
                subscription.inactiveReason(),
                subscription.createdAt(),
                subscription.previousSecretUntil(),
                secret == null ? null : secret.value());
    }

    @Override
    public String toString() {
        return "SubscriptionView[id=" + id + "]";
    }

    /**
     * A page of subscriptions.
     *
     * @param items oldest first
     * @param next the cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<SubscriptionView> items, @Nullable String next) {}
}
