package dev.clausewatch.alert.ledger;

import dev.clausewatch.alert.subscription.Cursor;
import dev.clausewatch.alert.subscription.Subscription;
import dev.clausewatch.alert.subscription.SubscriptionAccess;
import dev.clausewatch.alert.subscription.SubscriptionProblems;
import dev.clausewatch.alert.subscription.SubscriptionRepository;
import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.ServiceOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a subscription was told, over HTTP, for the api-gateway. */
@Path("/subscriptions/{id}/deliveries")
@ServiceOnly
@Produces(MediaType.APPLICATION_JSON)
public class SubscriptionDeliveriesResource {

    private final SubscriptionRepository subscriptions;
    private final DeliveryRepository deliveries;
    private final SubscriptionAccess access;

    SubscriptionDeliveriesResource(
            SubscriptionRepository subscriptions, DeliveryRepository deliveries, SubscriptionAccess access) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.access = access;
    }

    /** Lists what a subscription was told, newest first. */
    @GET
    public DeliveryView.Page list(
            @PathParam("id") String subscriptionId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        Subscription subscription = subscriptions
                .existing(subscriptionId)
                .orElseThrow(() -> SubscriptionProblems.noSuchSubscription(subscriptionId));
        int size = Parameters.limit(limit, SubscriptionProblems.DEFAULT_LIMIT);
        long position = Cursor.position(cursor, Long.MAX_VALUE).orElseThrow(SubscriptionProblems::badCursor);
        List<DeliveryView.Delivery> found = deliveries.before(subscription.id(), position, size + 1);
        List<DeliveryView.Delivery> page = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursor.after(page.getLast().position()) : null;
        boolean isOwn = access.owns(subscription);
        return new DeliveryView.Page(
                page.stream()
                        .map(one -> isOwn ? DeliveryView.of(one) : DeliveryView.withoutAnswers(one))
                        .toList(),
                next);
    }
}
