package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.documents.Document;
import dev.clausewatch.gateway.documents.DocumentRepository;
import dev.clausewatch.gateway.documents.SourceHealth;
import dev.clausewatch.gateway.documents.Version;
import dev.clausewatch.gateway.documents.VersionRepository;
import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.gateway.http.ItemPage;
import dev.clausewatch.gateway.platforms.KnownNames;
import dev.clausewatch.runtime.http.Parameters;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents with the health of their sources, and the texts of their versions. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DocumentPages {

    private static final String LIST = "document-page";
    private static final int DOCUMENTS = 100;

    private final Frames frames;
    private final DocumentRepository documents;
    private final KnownNames names;
    private final VersionRepository versions;

    DocumentPages(Frames frames, DocumentRepository documents, KnownNames names, VersionRepository versions) {
        this.frames = frames;
        this.documents = documents;
        this.names = names;
        this.versions = versions;
    }

    /** The documents. */
    @GET
    @Path("/documents")
    public TemplateInstance documents(
            @QueryParam("platform") @Nullable String platform,
            @QueryParam("health") @Nullable String health,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo request) {
        Cursor from = Cursor.read(LIST, 1, cursor);
        List<Document> rows = documents.list(
                Parameters.text(platform),
                Parameters.choice("health", health, SourceHealth.Status.class),
                from == null ? "" : from.key(0),
                DOCUMENTS + 1);
        if (rows.isEmpty()) {
            names.checkPlatform(Parameters.text(platform));
        }
        ItemPage<Document> page = ItemPage.of(rows, DOCUMENTS, last -> new Cursor(LIST, List.of(last.id())));
        return Templates.documents(
                frames.frame("Documents", "documents"),
                new DocumentsView(
                        HealthCount.of(documents.countByHealth()),
                        DocumentsView.group(page.items()),
                        Addresses.next(request, page.next())));
    }

    /** The text of a version. */
    @GET
    @Path("/texts/{snapshotId}")
    public TemplateInstance text(@PathParam("snapshotId") String snapshotId) {
        Version version = versions.find(snapshotId).orElseThrow(() -> ApiProblems.notFound("version", snapshotId));
        String text = versions.text(snapshotId).orElse("");
        return Templates.text(
                frames.frame(version.documentId() + ", version " + version.sequence(), "documents"),
                new TextView(version, TextView.blocks(text)));
    }
}
