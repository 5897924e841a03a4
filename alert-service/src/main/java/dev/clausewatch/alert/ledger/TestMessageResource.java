package dev.clausewatch.alert.ledger;

import dev.clausewatch.alert.notice.Notice;
import dev.clausewatch.alert.subscription.Subscription;
import dev.clausewatch.alert.subscription.SubscriptionAccess;
import dev.clausewatch.alert.subscription.SubscriptionProblems;
import dev.clausewatch.alert.subscription.SubscriptionRepository;
import dev.clausewatch.runtime.http.ServiceOnly;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Test messages over HTTP, for the api-gateway: a subscriber sees whether the address and the secret work. */
@Path("/subscriptions/{id}/test")
@ServiceOnly
@Produces(MediaType.APPLICATION_JSON)
public class TestMessageResource {

    private final SubscriptionRepository subscriptions;
    private final DeliveryRepository deliveries;
    private final Outbox outbox;
    private final SubscriptionAccess access;
    private final Clock clock;

    TestMessageResource(
            SubscriptionRepository subscriptions,
            DeliveryRepository deliveries,
            Outbox outbox,
            SubscriptionAccess access,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.access = access;
        this.clock = clock;
    }

    /** Queues a test message. */
    @POST
    @APIResponse(
            responseCode = "202",
            description = "It is sent soon",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @Transactional
    public Response test(@PathParam("id") String subscriptionId) {
        Subscription subscription = subscriptions
                .lock(subscriptionId)
                .orElseThrow(() -> SubscriptionProblems.noSuchSubscription(subscriptionId));
        access.requireOwner(subscription);
        if (!subscription.active()) {
            throw SubscriptionProblems.paused();
        }
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString();
        outbox.queue(
                new Notice.Test(subscription.id(), subscription.name(), now),
                id,
                null,
                MessagePurpose.TEST,
                List.of(new Outbox.Recipient(id, subscription.id(), subscription.rendering(), Duration.ZERO)),
                now);
        return Response.accepted(deliveries.find(id).map(DeliveryView::of).orElseThrow())
                .build();
    }
}
