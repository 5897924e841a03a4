package dev.clausewatch.gateway.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.gateway.access.Audited;
import dev.clausewatch.gateway.changes.ChangeDetail;
import dev.clausewatch.gateway.changes.Changes;
import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.upstream.CrawlerClient;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Evidence: bundles, and the checkpoints and proofs of the log behind them. */
@Path("/api/v1/evidence")
@Tag(name = "Evidence")
public class EvidenceResource {

    private static final String PROBLEM = "application/problem+json";
    private static final String ZIP = "application/zip";

    private final CrawlerClient crawler;
    private final Changes changes;
    private final ObjectMapper json;

    EvidenceResource(CrawlerClient crawler, Changes changes, ObjectMapper json) {
        this.crawler = crawler;
        this.changes = changes;
        this.json = json;
    }

    /** The newest checkpoint. */
    @GET
    @Path("/checkpoint")
    @Produces({MediaType.TEXT_PLAIN, PROBLEM})
    @Operation(
            summary = "The newest signed state of the log of evidence",
            description =
                    "A checkpoint as C2SP tlog-checkpoint describes it. Keep some: two of them show that nothing was rewritten.")
    @APIResponse(
            responseCode = "200",
            description = "The checkpoint",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public Response getCheckpoint() {
        return crawler.pass("GET", "/evidence/checkpoint", null, null);
    }

    /** The key that signs. */
    @GET
    @Path("/public-key")
    @Produces({MediaType.TEXT_PLAIN, PROBLEM})
    @Operation(summary = "The Ed25519 public key that signs checkpoints and bundles, as PEM")
    @APIResponse(
            responseCode = "200",
            description = "The key",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public Response getPublicKey() {
        return crawler.pass("GET", "/evidence/public-key", null, null);
    }

    /** That a record is in the log. */
    @GET
    @Path("/proofs/inclusion")
    @Produces({MediaType.APPLICATION_JSON, PROBLEM})
    @Operation(summary = "Proves that a snapshot's record is in the log (RFC 9162, section 2.1.3)")
    @APIResponse(
            responseCode = "200",
            description = "The proof",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "InclusionProof")))
    public Response getInclusionProof(
            @Parameter(required = true) @QueryParam("snapshot") @Nullable String snapshot,
            @QueryParam("size") @Nullable String size,
            @Context UriInfo request) {
        return crawler.pass("GET", "/evidence/inclusion", query(request, "snapshot", "size"), null);
    }

    /** That the log only grew. */
    @GET
    @Path("/proofs/consistency")
    @Produces({MediaType.APPLICATION_JSON, PROBLEM})
    @Operation(
            summary =
                    "Proves that the log of one size begins with the log of an earlier size (RFC 9162, section 2.1.4)")
    @APIResponse(
            responseCode = "200",
            description = "The proof",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ConsistencyProof")))
    public Response getConsistencyProof(
            @Parameter(required = true) @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context UriInfo request) {
        return crawler.pass("GET", "/evidence/consistency", query(request, "from", "to"), null);
    }

    /** A document's history. */
    @GET
    @Path("/documents/{id: .+}")
    @Audited
    @Produces({ZIP, MediaType.APPLICATION_OCTET_STREAM, PROBLEM})
    @Operation(
            summary = "The evidence of a document as one file",
            description =
                    "All snapshots, or those with the sequences from and to. Check it with: clausewatch evidence verify FILE")
    @APIResponse(
            responseCode = "200",
            description = "The bundle",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response getDocumentEvidence(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context UriInfo request) {
        String path =
                Arrays.stream(id.split("/", -1)).map(CrawlerClient::segment).collect(Collectors.joining("/"));
        return crawler.download("GET", "/evidence/documents/" + path, query(request, "from", "to"), null);
    }

    /** A change. */
    @GET
    @Path("/changes/{id}")
    @Audited
    @Produces({ZIP, MediaType.APPLICATION_OCTET_STREAM, PROBLEM})
    @Operation(
            summary = "The evidence of a change as one file",
            description =
                    "The versions before and after it, everything captured between them, and the change as this API tells it.")
    @APIResponse(
            responseCode = "200",
            description = "The bundle",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response getChangeEvidence(@PathParam("id") String id) {
        ChangeDetail change = changes.find(id).orElseThrow(() -> ApiProblems.notFound("change", id));
        try {
            return crawler.download("POST", "/evidence/changes", null, json.writeValueAsBytes(change));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write a change", e);
        }
    }

    /** These parameters as they came, whether they can be read or not. */
    private static @Nullable String query(UriInfo request, String... names) {
        String query = Arrays.stream(names)
                .filter(name -> request.getQueryParameters().containsKey(name))
                .map(name -> name + "="
                        + CrawlerClient.segment(request.getQueryParameters().getFirst(name)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? null : query;
    }
}
