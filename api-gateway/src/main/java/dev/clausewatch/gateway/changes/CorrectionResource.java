package dev.clausewatch.gateway.changes;

import dev.clausewatch.gateway.access.ApiKey;
import dev.clausewatch.gateway.access.Caller;
import dev.clausewatch.gateway.upstream.ClassifierClient;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrections of what provisions do, kept by classifier-service. The reviewer is the name of the key. */
@Path("/api/v1/changes/{id}/provisions/{provision}/correction")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Corrections")
public class CorrectionResource {

    private final ClassifierClient classifier;
    private final Caller caller;

    CorrectionResource(ClassifierClient classifier, Caller caller) {
        this.classifier = classifier;
        this.caller = caller;
    }

    /** Corrects a provision. */
    @PUT
    @Operation(
            summary = "Correct what a provision of a change does",
            description = "{\"types\": [ids of the register, at most three], \"reason\": \"...\"} and, if you like,"
                    + " \"materiality\": EDITORIAL, MINOR or MATERIAL. It wins over the rules, also over later"
                    + " ones; nobody is alerted.")
    @APIResponse(
            responseCode = "200",
            description = "The provision as it is classified now",
            content = @Content(schema = @Schema(ref = "Correction")))
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "CorrectionRequest")))
    public Response correctProvision(
            @PathParam("id") String id, @PathParam("provision") String provision, byte[] body) {
        String reviewer = caller.key().map(ApiKey::name).orElse("");
        return classifier.pass("PUT", path(id, provision), "reviewer=" + ClassifierClient.segment(reviewer), body);
    }

    /** Leaves a provision to the rules again. */
    @DELETE
    @Operation(summary = "Withdraw the correction of a provision: the rules decide again")
    @APIResponse(
            responseCode = "200",
            description = "The provision as it is classified now",
            content = @Content(schema = @Schema(ref = "Correction")))
    public Response withdrawCorrection(@PathParam("id") String id, @PathParam("provision") String provision) {
        return classifier.pass("DELETE", path(id, provision), null, null);
    }

    private static String path(String changeId, String provision) {
        return "/changes/" + ClassifierClient.segment(changeId) + "/provisions/" + ClassifierClient.segment(provision)
                + "/correction";
    }
}
