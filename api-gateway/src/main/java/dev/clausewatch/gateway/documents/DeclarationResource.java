package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.upstream.CrawlerClient;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is watched and how it is read: declarations and captures, carried out by crawler-service. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Declarations")
public class DeclarationResource {

    private final CrawlerClient crawler;

    DeclarationResource(CrawlerClient crawler) {
        this.crawler = crawler;
    }

    /** Declares a platform's documents. */
    @PUT
    @Path("/declarations/{name}")
    @Operation(
            summary = "Watch the documents of a declaration, or change it",
            description = "The body is an Open Terms Archive declaration.")
    @APIResponse(
            responseCode = "200",
            description = "What is watched now",
            content = @Content(schema = @Schema(ref = "DeclarationAccepted")))
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Declaration")))
    public Response putDeclaration(@PathParam("name") String name, byte[] body) {
        return crawler.pass("PUT", "/declarations/" + CrawlerClient.segment(name), null, body);
    }

    /** Ends watching them. */
    @DELETE
    @Path("/declarations/{name}")
    @Operation(summary = "Watch the documents of a declaration no longer; what was captured stays")
    @APIResponse(responseCode = "204", description = "Watched no longer")
    public Response deleteDeclaration(@PathParam("name") String name) {
        return crawler.pass("DELETE", "/declarations/" + CrawlerClient.segment(name), null, null);
    }

    /** How a document is declared. */
    @GET
    @Path("/declarations/document")
    @Operation(
            summary =
                    "How a document is declared, what of that is not followed, and how it was declared in earlier times",
            description = "The id is a parameter: ?id=orbitra/terms-of-service.")
    @APIResponse(
            responseCode = "200",
            description = "How it is declared",
            content = @Content(schema = @Schema(ref = "DeclaredDocument")))
    public Response getDeclaredDocument(@Parameter(required = true) @QueryParam("id") @DefaultValue("") String id) {
        return crawler.pass("GET", "/declarations/document", "id=" + CrawlerClient.segment(id), null);
    }

    /** What is wrong with the declarations in the folder or repository. */
    @GET
    @Path("/declarations/problems")
    @Operation(summary = "Declarations that could not be read, with the reason and what to do")
    @APIResponse(
            responseCode = "200",
            description = "Everything that is wrong",
            content = @Content(schema = @Schema(ref = "DeclarationProblems")))
    public Response listDeclarationProblems() {
        return crawler.pass("GET", "/declarations/problems", null, null);
    }

    /** Captures a document now. */
    @POST
    @Path("/captures")
    @Operation(
            summary = "Capture a document now",
            description = "{\"documentId\": \"…\"}; answered at once, done soon.")
    @APIResponse(responseCode = "202", description = "It is captured soon")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "CaptureRequest")))
    public Response capture(byte[] body) {
        return crawler.pass("POST", "/captures", null, body);
    }
}
