package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.gateway.http.ItemPage;
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
import java.time.Instant;
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

/** The versions of a document, and the one that stood on a day. */
@Path("/api/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Versions")
public class AnyDayResource {

    private static final String LIST = "document-versions";
    private static final int MOST_MEMENTOS = 5000;

    private final AnyDay anyDay;
    private final VersionRepository versions;
    private final DocumentRepository documents;
    private final VersionTexts texts;
    private final Mementos mementos;

    AnyDayResource(
            AnyDay anyDay,
            VersionRepository versions,
            DocumentRepository documents,
            VersionTexts texts,
            Mementos mementos) {
        this.anyDay = anyDay;
        this.versions = versions;
        this.documents = documents;
        this.texts = texts;
        this.mementos = mementos;
    }

    /** Lists the versions. */
    @GET
    @Path("/{id: .+}/versions")
    @Operation(
            summary = "Versions of a document, newest first",
            description =
                    "Of each three dates: firstSeenAt (our capture, or the archive's), effective (what the text says of"
                            + " itself) and lastVerifiedAt (up to when we know that it stood), and stoodUntil: when the next text"
                            + " was first seen.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "ItemPageVersion"),
                            examples = @ExampleObject(name = "VersionPage", ref = "VersionPage")))
    public RestResponse<ItemPage<Version>> listDocumentVersions(
            @PathParam("id") @Parameter(example = "orbitra/terms-of-service") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo request) {
        int size = Parameters.limit(limit);
        Cursor from = Cursor.read(LIST, 1, cursor);
        List<Version> rows = versions.list(id, from == null ? Long.MAX_VALUE : from.number(0), size + 1);
        if (rows.isEmpty() && documents.find(id).isEmpty()) {
            throw ApiProblems.notFound("document", id);
        }
        return ItemPage.of(rows, size, last -> new Cursor(LIST, List.of(Long.toString(last.sequence()))))
                .respond(request);
    }

    /** Which one stood. */
    @GET
    @Path("/{id: .+}/version")
    @Operation(
            summary = "The version of a document that stood on a day, and how well that is known",
            description =
                    "Versions that are suspect are passed over. Of a day in UTC, the text at its end is meant. When"
                            + " nothing is known of that day, the problem (404, nothing-known) says why: reason is"
                            + " before-first-version, with firstSeenAt, or no-version.")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VersionOnDay.class),
                            examples = @ExampleObject(name = "VersionOnDay", ref = "VersionOnDay")))
    public VersionOnDay getVersionOnDay(
            @PathParam("id") @Parameter(example = "orbitra/terms-of-service") String id,
            @Parameter(description = "A day or an RFC 3339 time; now when absent", example = "2026-03-01")
                    @QueryParam("on")
                    @Nullable
                    String on) {
        return anyDay.find(id, "on", on);
    }

    /** Its text. */
    @GET
    @Path("/{id: .+}/text")
    @Produces({"text/markdown;charset=UTF-8", "text/plain;charset=UTF-8", "text/html;charset=UTF-8"})
    @Operation(
            summary = "The text of a document that stood on a day",
            description =
                    "As Markdown, or as the header Accept prefers; Content-Location is the version. 404 as for the version. Also takes Accept-Datetime (Memento, RFC 7089), of which"
                            + " the nearest text is given.")
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
    public Response getTextOnDay(
            @PathParam("id") @Parameter(example = "orbitra/terms-of-service") String id,
            @Parameter(description = "A day or an RFC 3339 time; now when absent", example = "2026-03-01")
                    @QueryParam("on")
                    @Nullable
                    String on,
            @Context HttpHeaders headers,
            @Context Request request) {
        return texts.onDay(asked(id, on, headers), TextForm.accepted(headers.getAcceptableMediaTypes()), request);
    }

    /** A day in the address wins over a time in the header, since nobody wrote the address by accident. */
    private Version asked(String id, @Nullable String on, HttpHeaders headers) {
        Instant time = Mementos.asked(headers.getHeaderString(Mementos.ACCEPT_DATETIME));
        Version nearest = time == null || Parameters.text(on) != null ? null : mementos.nearest(id, time);
        return nearest == null ? anyDay.find(id, "on", on).version() : nearest;
    }

    /** All texts of a document for Memento clients. */
    @GET
    @Path("/{id: .+}/timemap")
    @Produces(Mementos.LINK_FORMAT)
    @Operation(
            summary = "The times at which a document has a text (Memento, RFC 7089)",
            description =
                    "Links to its versions' texts, oldest first, the newest 5,000 of them. The timegate is the address of"
                            + " the document's text: it takes Accept-Datetime.")
    @APIResponse(
            responseCode = "200",
            description = "The timemap",
            content =
                    @Content(
                            mediaType = Mementos.LINK_FORMAT,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "TimeMap", ref = "TimeMap")))
    public String getTimeMap(@PathParam("id") @Parameter(example = "orbitra/terms-of-service") String id) {
        String map = mementos.timemap(id, MOST_MEMENTOS);
        if (map == null) {
            throw ApiProblems.notFound("document with a text", id);
        }
        return map;
    }

    /** Its text in the form that the address names. */
    @GET
    @Path("/{id: .+}/text.{form: " + TextForm.ENDINGS + "}")
    @Produces({"text/markdown;charset=UTF-8", "text/plain;charset=UTF-8", "text/html;charset=UTF-8"})
    @Operation(summary = "The text of a document that stood on a day, in the form that the address ends in")
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
    public Response getTextOnDayAs(
            @PathParam("id") @Parameter(example = "orbitra/terms-of-service") String id,
            @PathParam("form") @Parameter(example = "txt") String form,
            @Parameter(description = "A day or an RFC 3339 time; now when absent", example = "2026-03-01")
                    @QueryParam("on")
                    @Nullable
                    String on,
            @Context Request request) {
        return texts.onDay(anyDay.find(id, "on", on).version(), TextForm.ending(form), request);
    }
}
