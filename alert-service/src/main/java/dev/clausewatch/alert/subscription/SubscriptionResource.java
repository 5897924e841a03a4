package dev.clausewatch.alert.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.DestinationConfig;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.MailConfig;
import dev.clausewatch.alert.destination.WebhookSecret;
import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.ServiceOnly;
import dev.clausewatch.runtime.http.Violation;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Subscriptions over HTTP, for the api-gateway. */
@Path("/subscriptions")
@ServiceOnly
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SubscriptionResource {

    private final SubscriptionRepository subscriptions;
    private final SubscriptionRules rules;
    private final SubscriptionPatch patch;
    private final DestinationConfig config;
    private final Event<SubscriptionStateChanged> changes;
    private final Event<ConfirmationNeeded> confirmations;
    private final SubscriptionConfig limits;
    private final SubscriptionAccess access;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SubscriptionResource(
            SubscriptionRepository subscriptions,
            DestinationConfig config,
            MailConfig mail,
            Event<SubscriptionStateChanged> changes,
            Event<ConfirmationNeeded> confirmations,
            ObjectMapper json,
            SubscriptionConfig limits,
            SubscriptionAccess access,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.rules = new SubscriptionRules(new DestinationRules(
                new WebhookAddress(config.allowHttp(), config.allowPrivateAddresses()),
                mail.host().isPresent()));
        this.patch = new SubscriptionPatch(json);
        this.config = config;
        this.changes = changes;
        this.confirmations = confirmations;
        this.limits = limits;
        this.access = access;
        this.clock = clock;
    }

    /** Makes a subscription; the answer is the only one that shows the secret. */
    @POST
    @APIResponse(
            responseCode = "201",
            description = "Made, with its secret",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    @Transactional
    public Response create(@Nullable SubscriptionRequest request) {
        SubscriptionRules.ValidationResult.Valid valid = valid(request, true);
        if (subscriptions.count("deletedAt is null") >= limits.most()) {
            throw SubscriptionProblems.conflict(
                    "Too many subscriptions",
                    "There are " + limits.most()
                            + ", as many as CLAUSEWATCH_SUBSCRIPTION_MOST allows: delete some first.");
        }
        String id = UUID.randomUUID().toString();
        subscriptions.add(
                id,
                valid.name(),
                valid.destination(),
                valid.filter(),
                valid.events(),
                WebhookSecret.generate(random),
                access.key(),
                clock.instant());
        if (valid.destination().kind() == DestinationKind.MAIL) {
            confirmations.fire(new ConfirmationNeeded(id));
        }
        return Response.created(URI.create("/subscriptions/" + id))
                .entity(SubscriptionView.withSecret(found(id)))
                .build();
    }

    /** Lists subscriptions, oldest first. */
    @GET
    public SubscriptionView.Page list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        int size = Parameters.limit(limit, SubscriptionProblems.DEFAULT_LIMIT);
        long position = Cursor.position(cursor, 0).orElseThrow(SubscriptionProblems::badCursor);
        List<Subscription> found = subscriptions.after(position, size + 1);
        List<Subscription> page = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursor.after(page.getLast().position()) : null;
        return new SubscriptionView.Page(page.stream().map(this::view).toList(), next);
    }

    /** Shows one. */
    @GET
    @Path("/{id}")
    public SubscriptionView get(@PathParam("id") String id) {
        return view(found(id));
    }

    /**
     * Changes what is given (RFC 7396), of the filter too; pausing holds its deliveries, activating lets them go. A new mail address, or one
     * that has not said yes, is asked first.
     */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RequestBody(content = @Content(schema = @Schema(implementation = SubscriptionRequest.class)))
    @Transactional
    public SubscriptionView change(@PathParam("id") String id, @Nullable JsonNode body) {
        Subscription before = subscriptions.lock(id).orElseThrow(() -> SubscriptionProblems.noSuchSubscription(id));
        access.requireOwner(before);
        SubscriptionRequest request = body == null ? null : patch.apply(body, before);
        SubscriptionRules.ValidationResult.Valid valid = valid(request, false);
        if (valid.destination().kind() != before.destination().kind()) {
            // Messages that wait are written for the kind that it has.
            throw SubscriptionProblems.invalid(List.of(new Violation(
                    "destination.kind",
                    "cannot become another one",
                    "make another subscription, and delete this one")));
        }
        subscriptions.describe(id, valid.name(), valid.destination(), valid.filter(), valid.events());
        boolean isMail = valid.destination().kind() == DestinationKind.MAIL;
        boolean moved =
                !before.destination().address().equals(valid.destination().address());
        Boolean active = request == null ? null : request.active();
        if (isMail && (moved || (Boolean.TRUE.equals(active) && !isConfirmed(before)))) {
            subscriptions.activate(id, false, SubscriptionRepository.UNCONFIRMED);
            changes.fire(new SubscriptionStateChanged(id, SubscriptionStateChanged.State.PAUSED));
            confirmations.fire(new ConfirmationNeeded(id));
        } else if (active != null && active != before.active()) {
            subscriptions.activate(id, active, active ? null : "paused");
            changes.fire(new SubscriptionStateChanged(
                    id, active ? SubscriptionStateChanged.State.ACTIVE : SubscriptionStateChanged.State.PAUSED));
        }
        return SubscriptionView.of(found(id));
    }

    /** Deletes one and cancels what it was still to be told. */
    @DELETE
    @Path("/{id}")
    @Transactional
    public void delete(@PathParam("id") String id) {
        Subscription before = subscriptions.lock(id).orElseThrow(() -> SubscriptionProblems.noSuchSubscription(id));
        access.requireOwner(before);
        subscriptions.end(before.id(), clock.instant());
        changes.fire(new SubscriptionStateChanged(id, SubscriptionStateChanged.State.DELETED));
    }

    /** Makes a new secret, shown only in this answer; the old one signs along for a while. */
    @POST
    @Path("/{id}/rotate-secret")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public SubscriptionView rotate(@PathParam("id") String id) {
        Subscription before = subscriptions.lock(id).orElseThrow(() -> SubscriptionProblems.noSuchSubscription(id));
        access.requireOwner(before);
        if (!(before.destination() instanceof Destination.Webhook)) {
            throw SubscriptionProblems.conflict("There is no secret", "Only webhooks are signed.");
        }
        subscriptions.rotate(
                before.id(), WebhookSecret.generate(random), clock.instant().plus(config.secretOverlap()));
        return SubscriptionView.withSecret(found(id));
    }

    private SubscriptionView view(Subscription subscription) {
        return access.owns(subscription) ? SubscriptionView.of(subscription) : SubscriptionView.ofAnother(subscription);
    }

    /** A reader who stopped the mails is asked again before they begin anew. */
    private static boolean isConfirmed(Subscription subscription) {
        String reason = subscription.inactiveReason();
        return !SubscriptionRepository.UNCONFIRMED.equals(reason)
                && !SubscriptionRepository.UNSUBSCRIBED.equals(reason);
    }

    private SubscriptionRules.ValidationResult.Valid valid(@Nullable SubscriptionRequest request, boolean isNew) {
        if (request == null) {
            throw SubscriptionProblems.invalid(List.of(new Violation("", "the body is empty", "send a JSON object")));
        }
        return switch (rules.judge(request, isNew)) {
            case SubscriptionRules.ValidationResult.Valid valid -> valid;
            case SubscriptionRules.ValidationResult.Refused refused ->
                throw SubscriptionProblems.invalid(refused.violations());
        };
    }

    private Subscription found(String id) {
        return subscriptions.existing(id).orElseThrow(() -> SubscriptionProblems.noSuchSubscription(id));
    }
}
