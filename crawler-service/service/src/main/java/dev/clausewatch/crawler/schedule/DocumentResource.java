package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.schedule.DocumentView.DocumentList;
import dev.clausewatch.runtime.http.ServiceOnly;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The watched documents and the health of their sources. */
@Path("/documents")
@ServiceOnly
@Produces(MediaType.APPLICATION_JSON)
public class DocumentResource {

    private final DocumentViewRepository documents;

    DocumentResource(DocumentViewRepository documents) {
        this.documents = documents;
    }

    /** Watched documents in the order of their ids; the cursor is the last id of the page before. */
    @GET
    public DocumentList list(
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        List<DocumentView> found = documents.list(cursor, limit + 1);
        boolean more = found.size() > limit;
        List<DocumentView> items = more ? found.subList(0, limit) : found;
        return new DocumentList(items, more ? items.getLast().document().id() : null);
    }

    /** One document, retired ones included. */
    @GET
    @Path("/one")
    public DocumentView one(@QueryParam("id") @DefaultValue("") String id) {
        return documents
                .find(id)
                .orElseThrow(() -> HttpProblem.valueOf(Response.Status.NOT_FOUND, "There is no document " + id + "."));
    }
}
