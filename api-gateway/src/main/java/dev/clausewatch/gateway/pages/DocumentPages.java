package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.documents.AnyDay;
import dev.clausewatch.gateway.documents.Document;
import dev.clausewatch.gateway.documents.DocumentRepository;
import dev.clausewatch.gateway.documents.SourceHealth;
import dev.clausewatch.gateway.documents.TextBlock;
import dev.clausewatch.gateway.documents.TextForm;
import dev.clausewatch.gateway.documents.Version;
import dev.clausewatch.gateway.documents.VersionOnDay;
import dev.clausewatch.gateway.documents.VersionRepository;
import dev.clausewatch.gateway.documents.VersionTexts;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
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
    private static final String VERSIONS = "version-page";
    private static final int SHOWN_VERSIONS = 50;

    private final Frames frames;
    private final DocumentRepository documents;
    private final KnownNames names;
    private final VersionRepository versions;
    private final AnyDay anyDay;
    private final VersionTexts texts;

    DocumentPages(
            Frames frames,
            DocumentRepository documents,
            KnownNames names,
            VersionRepository versions,
            AnyDay anyDay,
            VersionTexts texts) {
        this.frames = frames;
        this.documents = documents;
        this.names = names;
        this.versions = versions;
        this.anyDay = anyDay;
        this.texts = texts;
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
    public TemplateInstance text(@PathParam("snapshotId") String snapshotId, @QueryParam("on") @Nullable String on) {
        Version version = versions.find(snapshotId).orElseThrow(() -> ApiProblems.notFound("version", snapshotId));
        String text = versions.text(snapshotId).orElse("");
        return Templates.text(
                frames.frame(version.documentId() + ", version " + version.sequence(), "documents"),
                new TextView(version, versions.since(version), note(version, on), TextBlock.of(text)));
    }

    /** The same as a file. */
    @GET
    @Path("/texts/{snapshotId}.{form: " + TextForm.ENDINGS + "}")
    @Produces({"text/markdown;charset=UTF-8", "text/plain;charset=UTF-8", "text/html;charset=UTF-8"})
    public Response textAs(
            @PathParam("snapshotId") String snapshotId, @PathParam("form") String form, @Context Request request) {
        return texts.ofVersion(snapshotId, TextForm.ending(form), request);
    }

    /** Null too when another version stood on that day: addresses are edited by hand. */
    private @Nullable String note(Version version, @Nullable String on) {
        if (Parameters.text(on) == null) {
            return null;
        }
        VersionOnDay stood = anyDay.find(version.documentId(), "on", on);
        return stood.version().snapshotId().equals(version.snapshotId()) ? stood.note() : null;
    }

    /** The versions of a document; with a day, the text that stood then. */
    @GET
    @Path("/documents/{id: .+}")
    public Response versions(
            @PathParam("id") String id,
            @QueryParam("on") @Nullable String on,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo request) {
        if (Parameters.text(on) != null) {
            VersionOnDay stood = anyDay.find(id, "on", on);
            return Response.seeOther(UriBuilder.fromPath("/texts/{id}")
                            .queryParam("on", "{on}")
                            .build(stood.version().snapshotId(), stood.on()))
                    .build();
        }
        Document document = documents.find(id).orElseThrow(() -> ApiProblems.notFound("document", id));
        Cursor from = Cursor.read(VERSIONS, 1, cursor);
        ItemPage<Version> page = ItemPage.of(
                versions.list(id, from == null ? Long.MAX_VALUE : from.number(0), SHOWN_VERSIONS + 1),
                SHOWN_VERSIONS,
                last -> new Cursor(VERSIONS, List.of(Long.toString(last.sequence()))));
        String title = document.platformName() + ", " + document.termsType();
        return Response.ok(Templates.versions(
                        frames.frame(title, "documents"), document, page.items(), Addresses.next(request, page.next())))
                .build();
    }
}
