package dev.clausewatch.alert.mail;

import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.subscription.Subscription;
import dev.clausewatch.alert.subscription.SubscriptionProblems;
import dev.clausewatch.alert.subscription.SubscriptionRepository;
import dev.clausewatch.alert.subscription.SubscriptionStateChanged;
import dev.clausewatch.runtime.http.ServiceOnly;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the links in mails do, over HTTP, for the api-gateway. Doing it again changes nothing. */
@Path("/mail")
@ServiceOnly
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MailLinkResource {

    private final SubscriptionRepository subscriptions;
    private final Event<SubscriptionStateChanged> changes;

    MailLinkResource(SubscriptionRepository subscriptions, Event<SubscriptionStateChanged> changes) {
        this.subscriptions = subscriptions;
        this.changes = changes;
    }

    /**
     * What a link says.
     *
     * @param subscription which
     * @param token that it came in a mail to its address
     */
    public record Link(
            @Nullable String subscription, @Nullable String token) {}

    /** Begins the mails of a subscription whose address was asked; one that the reader stopped is not begun by an old link. */
    @POST
    @Path("/confirm")
    @APIResponse(responseCode = "204", description = "Mails are sent")
    @Transactional
    public void confirm(@Nullable Link link) {
        Subscription subscription = subscription(link, MailLinks.Action.CONFIRM);
        if (!subscription.active() && SubscriptionRepository.UNCONFIRMED.equals(subscription.inactiveReason())) {
            subscriptions.activate(subscription.id(), true, null);
            changes.fire(new SubscriptionStateChanged(subscription.id(), SubscriptionStateChanged.State.ACTIVE));
        }
    }

    /** Stops the mails of a subscription. */
    @POST
    @Path("/unsubscribe")
    @APIResponse(responseCode = "204", description = "No more mails are sent")
    @Transactional
    public void unsubscribe(@Nullable Link link) {
        Subscription subscription = subscription(link, MailLinks.Action.UNSUBSCRIBE);
        subscriptions.activate(subscription.id(), false, SubscriptionRepository.UNSUBSCRIBED);
        changes.fire(new SubscriptionStateChanged(subscription.id(), SubscriptionStateChanged.State.PAUSED));
    }

    private Subscription subscription(@Nullable Link link, MailLinks.Action action) {
        if (link == null || link.subscription() == null || link.token() == null) {
            throw wrong();
        }
        Subscription subscription = subscriptions.lock(link.subscription()).orElseThrow(MailLinkResource::wrong);
        if (!(subscription.destination() instanceof Destination.Mail mail)
                || !MailLinks.isToken(link.token(), action, subscription.id(), mail)) {
            throw wrong();
        }
        return subscription;
    }

    /** The same whatever is wrong, so that nobody learns which subscriptions there are. */
    private static HttpProblem wrong() {
        return SubscriptionProblems.conflict(
                "The link is not valid", "It is not whole, or its subscription has ended or has another address.");
    }
}
