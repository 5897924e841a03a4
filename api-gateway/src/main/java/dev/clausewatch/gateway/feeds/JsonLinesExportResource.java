package dev.clausewatch.gateway.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.gateway.access.Audited;
import dev.clausewatch.gateway.changes.ChangeParameters;
import dev.clausewatch.gateway.changes.ChangeSummary;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All changes that filters let through, for programs. */
@Path("/api/v1/changes.jsonl")
@Tag(name = "Changes")
public class JsonLinesExportResource {

    private static final MediaType TYPE = new MediaType("application", "jsonl");

    private final Exports exports;
    private final ObjectMapper json;

    JsonLinesExportResource(Exports exports, ObjectMapper json) {
        this.exports = exports;
        this.json = json;
    }

    /** The file. */
    @GET
    @Audited
    @Produces({"application/jsonl", "application/problem+json"})
    @Operation(
            summary = "All changes that the filters let through, one JSON object a line",
            description =
                    "Each line is an item of the list. Streamed, and compressed with Accept-Encoding: gzip. Each export is"
                            + " in the audit log with its filters.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "application/jsonl",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "ChangesJsonLines", ref = "ChangesJsonLines")))
    public Response exportChangesAsJsonLines(@BeanParam ChangeParameters given, @Context HttpHeaders headers) {
        return exports.send(
                given,
                "changes.jsonl",
                TYPE,
                new byte[0],
                this::line,
                headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    private byte[] line(ChangeSummary change) {
        try {
            return (json.writeValueAsString(change) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
