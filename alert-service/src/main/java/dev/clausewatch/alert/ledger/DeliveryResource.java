package dev.clausewatch.alert.ledger;

import dev.clausewatch.alert.subscription.Subscription;
import dev.clausewatch.alert.subscription.SubscriptionAccess;
import dev.clausewatch.alert.subscription.SubscriptionProblems;
import dev.clausewatch.alert.subscription.SubscriptionRepository;
import dev.clausewatch.events.DeliveryPurpose;
import dev.clausewatch.events.Ids;
import dev.clausewatch.runtime.http.ServiceOnly;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A delivery and its ledger over HTTP, for the api-gateway. */
@Path("/deliveries")
@ServiceOnly
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {

    private final SubscriptionRepository subscriptions;
    private final DeliveryRepository deliveries;
    private final SubscriptionAccess access;

    DeliveryResource(SubscriptionRepository subscriptions, DeliveryRepository deliveries, SubscriptionAccess access) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.access = access;
    }

    /** Shows a delivery with its ledger. */
    @GET
    @Path("/{id}")
    public DeliveryView get(@PathParam("id") String id) {
        DeliveryView.Delivery delivery = deliveries.find(id).orElseThrow(() -> noSuchDelivery(id));
        boolean isOwn = subscriptions
                .ever(delivery.subscriptionId())
                .filter(access::owns)
                .isPresent();
        return isOwn ? DeliveryView.of(delivery, deliveries.attempts(id)) : DeliveryView.withoutAnswers(delivery);
    }

    /** Sends a finished delivery again, or one that waits at once, with the same {@code webhook-id}. */
    @POST
    @Path("/{id}/redeliver")
    @APIResponse(
            responseCode = "202",
            description = "It is sent soon",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @Transactional
    public Response redeliver(@PathParam("id") String id) {
        String subscriptionId =
                deliveries.find(id).map(DeliveryView.Delivery::subscriptionId).orElseThrow(() -> noSuchDelivery(id));
        Subscription subscription = subscriptions
                .lock(subscriptionId)
                .orElseThrow(() -> SubscriptionProblems.noSuchSubscription(subscriptionId));
        access.requireOwner(subscription);
        DeliveryView.Delivery delivery = deliveries.lock(id).orElseThrow(() -> noSuchDelivery(id));
        if (!subscription.active()) {
            throw SubscriptionProblems.paused();
        }
        if (delivery.status().state() == DeliveryState.CANCELLED || isRetracted(delivery)) {
            throw SubscriptionProblems.conflict(
                    "The delivery is withdrawn", "What it told of is gone, so it is not sent again.");
        }
        deliveries.restart(id);
        return accepted(id);
    }

    private boolean isRetracted(DeliveryView.Delivery delivery) {
        String changeId = delivery.changeId();
        return delivery.purpose() == MessagePurpose.ALERT
                && changeId != null
                && has(delivery.subscriptionId(), changeId, DeliveryPurpose.RETRACTION)
                && !has(delivery.subscriptionId(), changeId, DeliveryPurpose.REINSTATEMENT);
    }

    private boolean has(String subscriptionId, String changeId, DeliveryPurpose purpose) {
        return deliveries
                .find(Ids.delivery(subscriptionId, changeId, purpose))
                .filter(delivery -> delivery.status().state() != DeliveryState.CANCELLED)
                .isPresent();
    }

    private Response accepted(String id) {
        DeliveryView.Delivery delivery = deliveries.find(id).orElseThrow(() -> noSuchDelivery(id));
        return Response.accepted(DeliveryView.of(delivery)).build();
    }

    private static HttpProblem noSuchDelivery(String id) {
        return HttpProblem.builder()
                .withTitle("No such delivery")
                .withStatus(Response.Status.NOT_FOUND)
                .withDetail("There is no delivery " + id)
                .build();
    }
}
