package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.gateway.http.ItemPage;
import dev.clausewatch.gateway.platforms.KnownNames;
import dev.clausewatch.runtime.http.Parameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Versions of documents and their texts. */
@Path("/api/v1/versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Versions")
public class VersionResource {

    private static final String LIST = "versions";
    private static final String IMMUTABLE = "private, max-age=31536000, immutable";

    private final VersionRepository versions;
    private final KnownNames names;

    VersionResource(VersionRepository versions, KnownNames names) {
        this.versions = versions;
        this.names = names;
    }

    /** Lists those of a document. */
    @GET
    @Operation(summary = "Versions of a document, newest first")
    public RestResponse<ItemPage<Version>> listVersions(
            @Parameter(required = true) @QueryParam("document") @Nullable String document,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo request) {
        String id = Parameters.needed("document", document, "the id of a document");
        int size = Parameters.limit(limit);
        Cursor from = Cursor.read(LIST, 1, cursor);
        List<Version> rows = versions.list(id, from == null ? Long.MAX_VALUE : from.number(0), size + 1);
        if (rows.isEmpty()) {
            names.checkDocument(id);
        }
        return ItemPage.of(rows, size, last -> new Cursor(LIST, List.of(Long.toString(last.sequence()))))
                .respond(request);
    }

    /** Shows one. */
    @GET
    @Path("/{snapshotId}")
    @Operation(summary = "One version")
    public Version getVersion(@PathParam("snapshotId") String snapshotId) {
        return find(snapshotId);
    }

    /** Its text. */
    @GET
    @Path("/{snapshotId}/text")
    @Produces("text/markdown;charset=UTF-8")
    @Operation(
            summary = "The text of a version",
            description = "Never changes; its ETag is the text's SHA-256, so If-None-Match is answered with 304.")
    @APIResponse(
            responseCode = "200",
            description = "The text",
            content = @Content(mediaType = "text/markdown", schema = @Schema(type = SchemaType.STRING)))
    public Response getVersionText(@PathParam("snapshotId") String snapshotId, @Context Request request) {
        EntityTag tag = new EntityTag(find(snapshotId).textHash());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.header(HttpHeaders.CACHE_CONTROL, IMMUTABLE).build();
        }
        String text = versions.text(snapshotId).orElseThrow(() -> ApiProblems.notFound("version", snapshotId));
        return Response.ok(text)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, IMMUTABLE)
                .build();
    }

    private Version find(String snapshotId) {
        return versions.find(snapshotId).orElseThrow(() -> ApiProblems.notFound("version", snapshotId));
    }
}
