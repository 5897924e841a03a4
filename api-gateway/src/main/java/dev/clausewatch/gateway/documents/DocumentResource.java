package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.gateway.http.ItemPage;
import dev.clausewatch.gateway.platforms.KnownNames;
import dev.clausewatch.gateway.provisions.Provisions;
import dev.clausewatch.gateway.provisions.StandingProvision;
import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Documents. */
@Path("/api/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class DocumentResource {

    private static final String LIST = "documents";

    private final DocumentRepository documents;
    private final KnownNames names;
    private final Provisions provisions;
    private final AnyDay anyDay;

    DocumentResource(DocumentRepository documents, KnownNames names, Provisions provisions, AnyDay anyDay) {
        this.documents = documents;
        this.names = names;
        this.provisions = provisions;
        this.anyDay = anyDay;
    }

    /** Lists them. */
    @GET
    @Operation(
            summary = "Documents with the health of their sources",
            description =
                    "health is pending, healthy, failing (the last attempt failed), degraded (several did) or held"
                            + " (a version could not be processed, and nothing later came through): watched documents"
                            + " in that state. source.unprocessed has every version that could not be processed.")
    public RestResponse<ItemPage<Document>> listDocuments(
            @QueryParam("platform") @Nullable String platform,
            @QueryParam("health") @Nullable String health,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo request) {
        int size = Parameters.limit(limit);
        Cursor from = Cursor.read(LIST, 1, cursor);
        List<Document> rows = documents.list(
                Parameters.text(platform),
                Parameters.choice("health", health, SourceHealth.Status.class),
                from == null ? "" : from.key(0),
                size + 1);
        if (rows.isEmpty()) {
            names.checkPlatform(Parameters.text(platform));
        }
        return ItemPage.of(rows, size, last -> new Cursor(LIST, List.of(last.id())))
                .respond(request);
    }

    /** Shows one. */
    @GET
    @Path("/{id: .+}")
    @Operation(summary = "One document", description = "The id has slashes, as it stands: orbitra/terms-of-service.")
    public Document getDocument(@PathParam("id") String id) {
        return documents.find(id).orElseThrow(() -> ApiProblems.notFound("document", id));
    }

    /** Lists the provisions of one. */
    @GET
    @Path("/{id: .+}/provisions")
    @Operation(
            summary = "The provisions of a document, in their order",
            description =
                    "Those of its newest version that is not suspect, of the version whose snapshotId is given (see"
                            + " /api/v1/versions), or of the one that stood on a day.")
    public RestResponse<ItemPage<StandingProvision>> listProvisions(
            @PathParam("id") String id,
            @QueryParam("version") @Nullable String version,
            @Parameter(description = "A day or an RFC 3339 time", example = "2026-03-01") @QueryParam("on") @Nullable
                    String on,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo request) {
        String snapshotId = Parameters.text(on) == null ? Parameters.text(version) : onDay(id, version, on);
        return provisions
                .list(id, snapshotId, cursor, Parameters.limit(limit))
                .orElseThrow(() -> snapshotId == null
                        ? ApiProblems.notFound("document with provisions", id)
                        : ApiProblems.notFound("version of this document with the snapshotId", snapshotId))
                .respond(request);
    }

    private String onDay(String id, @Nullable String version, @Nullable String on) {
        if (Parameters.text(version) != null) {
            throw Problem.parameter(
                    "on", String.valueOf(on), "a version is asked for already; give one of both", List.of());
        }
        return anyDay.find(id, "on", on).version().snapshotId();
    }
}
