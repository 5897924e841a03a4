package dev.clausewatch.gateway.subscriptions;

import dev.clausewatch.gateway.upstream.AlertClient;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Subscriptions, kept by alert-service and read there live. */
@Path("/api/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Subscriptions")
public class SubscriptionResource {

    private static final String PATH = "/subscriptions";

    private final AlertClient alerts;
    private final SubscriptionRequests requests;
    private final FilterWarnings warnings;
    private final FloodGuard floods;

    SubscriptionResource(
            AlertClient alerts, SubscriptionRequests requests, FilterWarnings warnings, FloodGuard floods) {
        this.alerts = alerts;
        this.requests = requests;
        this.warnings = warnings;
        this.floods = floods;
    }

    /** Lists them. */
    @GET
    @Operation(summary = "Subscriptions", description = "Parameters cursor and limit as in every list.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(schema = @Schema(ref = "SubscriptionPage")))
    public Response listSubscriptions(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo request) {
        return alerts.pass("GET", PATH, request.getRequestUri().getRawQuery(), null);
    }

    /** Makes one. */
    @POST
    @Operation(
            summary = "Subscribe a webhook, a channel of Slack or Teams, or a mail address",
            description =
                    "{name, url or destination, filter, events}; an empty filter is everything. destination is {kind, url}"
                            + " for webhook, slack and teams, {kind, address} for mail, which is asked to confirm first."
                            + " events holds changes, source-health or both; changes when it is absent. The signing secret"
                            + " of a webhook is in this answer only. What the filter"
                            + " asks of provisions it asks of one and the same. warnings names what of the filter asks in"
                            + " vain, and sentence says it in words. A filter through which more changes a day"
                            + " would have come than the installation allows is refused with the number (422), unless"
                            + " acceptFlood is true.")
    @APIResponse(
            responseCode = "201",
            description = "Made, with its secret",
            content = @Content(schema = @Schema(ref = "CheckedSubscription")))
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewSubscription")))
    public Response createSubscription(byte[] body) {
        RequestedSubscription asked = requests.ofNew(body);
        FilterWarnings.Checked checked = warnings.check(asked, floods.check(asked));
        return checked.addTo(alerts.pass("POST", PATH, null, asked.body()));
    }

    /** Shows one. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One subscription")
    @APIResponse(
            responseCode = "200",
            description = "The subscription",
            content = @Content(schema = @Schema(ref = "Subscription")))
    public Response getSubscription(@PathParam("id") String id) {
        return alerts.pass("GET", of(id), null, null);
    }

    /** Changes one. */
    @PATCH
    @Path("/{id}")
    @Operation(
            summary = "Change name, url, destination, filter, events or active of a subscription",
            description =
                    "A JSON Merge Patch (RFC 7396): what is absent stays, in the filter too; null takes a member away,"
                            + " so that the filter asks for nothing there; a list is replaced as a whole. A filter or events"
                            + " that let through a flood are refused as in a new one, unless acceptFlood is true.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(ref = "CheckedSubscription")))
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewSubscription")))
    public Response changeSubscription(@PathParam("id") String id, byte[] body) {
        byte[] before = (byte[]) alerts.pass("GET", of(id), null, null).getEntity();
        RequestedSubscription asked = requests.ofPatch(body, before);
        FilterWarnings.Checked checked = warnings.check(asked, floods.check(asked, requests.stored(before)));
        return checked.addTo(alerts.pass("PATCH", of(id), null, asked.body()));
    }

    /** Ends one. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "End a subscription")
    @APIResponse(responseCode = "204", description = "Ended")
    public Response deleteSubscription(@PathParam("id") String id) {
        return alerts.pass("DELETE", of(id), null, null);
    }

    /** Gives one a new secret. */
    @POST
    @Path("/{id}/rotate-secret")
    @Operation(summary = "Make a new signing secret; the old one signs along for a while")
    @APIResponse(
            responseCode = "200",
            description = "With its new secret",
            content = @Content(schema = @Schema(ref = "Subscription")))
    public Response rotateSubscriptionSecret(@PathParam("id") String id) {
        return alerts.pass("POST", of(id) + "/rotate-secret", null, null);
    }

    /** Sends one a test. */
    @POST
    @Path("/{id}/test")
    @Operation(summary = "Send a test message to the destination")
    @APIResponse(
            responseCode = "202",
            description = "It is sent soon",
            content = @Content(schema = @Schema(ref = "Delivery")))
    public Response testSubscription(@PathParam("id") String id) {
        return alerts.pass("POST", of(id) + "/test", null, null);
    }

    /** What one was sent. */
    @GET
    @Path("/{id}/deliveries")
    @Operation(summary = "Deliveries of a subscription, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(schema = @Schema(ref = "DeliveryPage")))
    public Response listDeliveries(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo request) {
        return alerts.pass(
                "GET", of(id) + "/deliveries", request.getRequestUri().getRawQuery(), null);
    }

    private static String of(String id) {
        return PATH + "/" + AlertClient.segment(id);
    }
}
