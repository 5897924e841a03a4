package dev.clausewatch.gateway.subscriptions;

import dev.clausewatch.gateway.upstream.AlertClient;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deliveries with their attempts, out of alert-service's ledger. */
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Subscriptions")
public class DeliveryResource {

    private final AlertClient alerts;

    DeliveryResource(AlertClient alerts) {
        this.alerts = alerts;
    }

    /** Shows one. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One delivery with its attempts")
    @APIResponse(
            responseCode = "200",
            description = "The delivery",
            content = @Content(schema = @Schema(ref = "Delivery")))
    public Response getDelivery(@PathParam("id") String id) {
        return alerts.pass("GET", "/deliveries/" + AlertClient.segment(id), null, null);
    }

    /** Sends one again. */
    @POST
    @Path("/{id}/redeliver")
    @Operation(summary = "Send a delivery again, with the same webhook-id")
    @APIResponse(
            responseCode = "202",
            description = "It is sent soon",
            content = @Content(schema = @Schema(ref = "Delivery")))
    public Response redeliver(@PathParam("id") String id) {
        return alerts.pass("POST", "/deliveries/" + AlertClient.segment(id) + "/redeliver", null, null);
    }
}
