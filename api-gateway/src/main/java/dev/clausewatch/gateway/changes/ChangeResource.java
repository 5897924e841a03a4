package dev.clausewatch.gateway.changes;

import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.http.ItemPage;
import dev.clausewatch.runtime.http.Parameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Changes. */
@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
public class ChangeResource {

    private final Changes changes;

    ChangeResource(Changes changes) {
        this.changes = changes;
    }

    /** Lists them. */
    @GET
    @Operation(
            summary = "Changes, those whose text was first seen last before the others",
            description =
                    "All of them, silent and imported ones too; alert=true gives those that subscribers are told of."
                            + " firstSeenAt is when the new text was captured, or fetched by the archive it comes from (origin IMPORT);"
                            + " detectedAt is when we compared it; what the document says of itself are the statedDates of one change."
                            + " area, type and severity together ask for one provision that is all of them.")
    public RestResponse<ItemPage<ChangeSummary>> listChanges(
            @BeanParam ChangeParameters parameters, @Context UriInfo request) {
        return changes.list(parameters).respond(request);
    }

    /** Shows one. */
    @GET
    @Path("/{id}")
    @Operation(
            summary = "One change with its provisions, word diffs, laws and the words these rest on",
            description =
                    "With texts=false without the words of its provisions, their diff and redline: a change of a whole"
                            + " document has megabytes of them. Numbers, headings and offsets stay.")
    public ChangeDetail getChange(
            @PathParam("id") String id,
            @Parameter(description = "false: without the words of its provisions; true when absent", example = "false")
                    @QueryParam("texts")
                    @Nullable
                    String texts) {
        boolean whole = !Boolean.FALSE.equals(Parameters.flag("texts", texts));
        ChangeDetail change = changes.find(id).orElseThrow(() -> ApiProblems.notFound("change", id));
        return whole ? change : change.withoutTexts();
    }
}
