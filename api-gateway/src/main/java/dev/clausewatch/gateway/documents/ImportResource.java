package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.upstream.CrawlerClient;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Histories that others kept, carried out by crawler-service; what {@code ./clausewatch import archive} calls. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Imports")
public class ImportResource {

    private final CrawlerClient crawler;

    ImportResource(CrawlerClient crawler) {
        this.crawler = crawler;
    }

    /** How far documents are imported. */
    @POST
    @Path("/positions")
    @Operation(
            summary = "How far documents are imported, and which cannot be",
            description = "{\"documents\": [{\"service\": \"…\", \"termsType\": \"…\"}]}, at most 500.")
    @APIResponse(
            responseCode = "200",
            description = "How far each is",
            content = @Content(schema = @Schema(ref = "ImportPositions")))
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ImportQuestion")))
    public Response importPositions(byte[] body) {
        return crawler.passBatch("POST", "/imports/positions", body);
    }

    /** Imports versions. */
    @POST
    @Path("/versions")
    @Operation(
            summary = "Import versions of an archive, at most 100; those that are there already are left",
            description =
                    "For each document the versions in order and, as after, the commit of the one before the first.")
    @APIResponse(
            responseCode = "200",
            description = "What came of each",
            content = @Content(schema = @Schema(ref = "ImportAnswer")))
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ImportBatch")))
    public Response importVersions(byte[] body) {
        return crawler.passBatch("POST", "/imports/versions", body);
    }
}
