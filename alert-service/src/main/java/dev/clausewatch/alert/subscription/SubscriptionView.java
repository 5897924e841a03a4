package dev.clausewatch.alert.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.WebhookSecret;
import dev.clausewatch.filter.FilterFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as callers see it.
 *
 * @param url where webhooks go; absent for other kinds of destinations
 * @param destination where messages go; absent for webhooks
 * @param owner the id of the API key that made it; absent where that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionView(
        String id,
        String name,
        @Nullable String url,
        @Nullable DestinationView destination,
        FilterFields filter,
        List<String> events,
        boolean active,
        @Nullable String inactiveReason,
        Instant createdAt,
        @Nullable Instant previousSecretUntil,
        @Nullable String owner,
        @Nullable String secret) {

    static SubscriptionView of(Subscription subscription) {
        return of(subscription, DestinationView.shown(subscription.destination()), null);
    }

    /** For others than its owner: without where its messages go. */
    static SubscriptionView ofAnother(Subscription subscription) {
        boolean isWebhook = subscription.destination() instanceof Destination.Webhook;
        DestinationView destination = DestinationView.hidden(subscription.destination());
        return of(subscription, isWebhook ? destination.url() : null, isWebhook ? null : destination, null);
    }

    /** With the secret: only right after it was made. */
    static SubscriptionView withSecret(Subscription subscription) {
        return of(
                subscription,
                DestinationView.shown(subscription.destination()),
                switch (subscription.destination()) {
                    case Destination.Webhook webhook -> webhook.secrets().getFirst();
                    case Destination.Slack slack -> null;
                    case Destination.Teams teams -> null;
                    case Destination.Mail mail -> null;
                });
    }

    /** With addresses that answers hide, as a request has them. */
    static SubscriptionView whole(Subscription subscription) {
        return of(subscription, DestinationView.whole(subscription.destination()), null);
    }

    private static SubscriptionView of(
            Subscription subscription, @Nullable DestinationView destination, @Nullable WebhookSecret secret) {
        String url = subscription.destination() instanceof Destination.Webhook webhook
                ? webhook.url().toString()
                : null;
        return of(subscription, url, destination, secret);
    }

    private static SubscriptionView of(
            Subscription subscription,
            @Nullable String url,
            @Nullable DestinationView destination,
            @Nullable WebhookSecret secret) {
        return new SubscriptionView(
                subscription.id(),
                subscription.name(),
                url,
                destination,
                subscription.filter().fields(),
                subscription.events().stream().map(EventGroup::code).sorted().toList(),
                subscription.active(),
                subscription.inactiveReason(),
                subscription.createdAt(),
                subscription.previousSecretUntil(),
                subscription.owner(),
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
