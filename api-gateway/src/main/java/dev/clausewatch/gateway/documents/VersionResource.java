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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
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

    private final VersionRepository versions;
    private final KnownNames names;
    private final VersionTexts texts;

    VersionResource(VersionRepository versions, KnownNames names, VersionTexts texts) {
        this.versions = versions;
        this.texts = texts;
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
    @Produces({"text/markdown;charset=UTF-8", "text/plain;charset=UTF-8", "text/html;charset=UTF-8"})
    @Operation(
            summary = "The text of a version",
            description =
                    "As Markdown, or as the header Accept prefers. Never changes; the ETag of the Markdown is the text's"
                            + " SHA-256, so If-None-Match is answered with 304.")
    @APIResponse(
            responseCode = "200",
            description = "The text",
            content = {
                @Content(
                        mediaType = "text/markdown",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "MarkdownText", ref = "MarkdownText")),
                @Content(
                        mediaType = "text/plain",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "PlainText", ref = "PlainText")),
                @Content(
                        mediaType = "text/html",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "HtmlText", ref = "HtmlText"))
            })
    public Response getVersionText(
            @PathParam("snapshotId") String snapshotId, @Context HttpHeaders headers, @Context Request request) {
        return texts.ofVersion(snapshotId, TextForm.accepted(headers.getAcceptableMediaTypes()), request);
    }

    /** Its text in the form that the address names. */
    @GET
    @Path("/{snapshotId}.{form: " + TextForm.ENDINGS + "}")
    @Produces({"text/markdown;charset=UTF-8", "text/plain;charset=UTF-8", "text/html;charset=UTF-8"})
    @Operation(
            summary = "The text of a version in the form that the address ends in: .md, .txt or .html",
            description = "Without marks, .txt has the addresses of links behind their words.")
    @APIResponse(
            responseCode = "200",
            description = "The text",
            content = {
                @Content(
                        mediaType = "text/markdown",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "MarkdownText", ref = "MarkdownText")),
                @Content(
                        mediaType = "text/plain",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "PlainText", ref = "PlainText")),
                @Content(
                        mediaType = "text/html",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "HtmlText", ref = "HtmlText"))
            })
    public Response getVersionTextAs(
            @PathParam("snapshotId") String snapshotId,
            @PathParam("form") @Parameter(example = "txt") String form,
            @Context Request request) {
        return texts.ofVersion(snapshotId, TextForm.ending(form), request);
    }

    private Version find(String snapshotId) {
        return versions.find(snapshotId).orElseThrow(() -> ApiProblems.notFound("version", snapshotId));
    }
}
