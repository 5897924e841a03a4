package dev.clausewatch.crawler.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.ServiceOnly;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Bundles of evidence. */
@Path("/evidence")
@ServiceOnly
@Produces({BundleResource.ZIP, "application/problem+json"})
public class BundleResource {

    static final String ZIP = "application/zip";

    private static final String TRY_AGAIN_SECONDS = "30";

    private final BundleExport export;

    BundleResource(BundleExport export) {
        this.export = export;
    }

    /** The evidence of a document's snapshots from one sequence to another. */
    @GET
    @Path("/documents/{id: .+}")
    @APIResponse(
            responseCode = "200",
            description = "The bundle",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response document(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to)
            throws IOException {
        Long first = Parameters.number("from", from);
        Long last = Parameters.number("to", to);
        return answer(new BundleRequest(id, first == null ? 1 : first, last == null ? Long.MAX_VALUE : last, null));
    }

    /** The evidence of a change, as the gateway tells it: who asks brings it along, since this service knows no changes. */
    @POST
    @Path("/changes")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            description = "The bundle",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response change(JsonNode change) throws IOException {
        return answer(BundleRequest.of(change));
    }

    private Response answer(BundleRequest request) throws IOException {
        return switch (export.make(request)) {
            case BundleOutcome.Made made ->
                Response.ok((StreamingOutput) out -> {
                            try (InputStream in = Channels.newInputStream(made.file())) {
                                in.transferTo(out);
                            }
                        })
                        .type(ZIP)
                        .header(HttpHeaders.CONTENT_LENGTH, made.size())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + made.name() + "\"")
                        .build();
            case BundleOutcome.Nothing nothing ->
                throw HttpProblem.valueOf(
                        Status.NOT_FOUND, "There is no snapshot of " + request.documentId() + " in that range.");
            case BundleOutcome.TooLarge large ->
                throw HttpProblem.valueOf(
                        Status.REQUEST_ENTITY_TOO_LARGE,
                        "%d snapshots with %d bytes are more than one bundle may hold. Ask for fewer at a time with the parameters from and to."
                                .formatted(large.snapshots(), large.bytes()));
            case BundleOutcome.Busy busy ->
                throw HttpProblem.builder()
                        .withStatus(Status.SERVICE_UNAVAILABLE)
                        .withTitle("Busy")
                        .withDetail("Other bundles are being made; try again in half a minute.")
                        .withHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS)
                        .build();
        };
    }
}
