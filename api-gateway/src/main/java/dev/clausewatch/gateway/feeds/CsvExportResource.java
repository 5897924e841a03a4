package dev.clausewatch.gateway.feeds;

import dev.clausewatch.gateway.access.Audited;
import dev.clausewatch.gateway.changes.ChangeParameters;
import dev.clausewatch.gateway.changes.ChangeSummary;
import dev.clausewatch.gateway.citations.Citations;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All changes that filters let through, for spreadsheets. */
@Path("/api/v1/changes.csv")
@Tag(name = "Changes")
public class CsvExportResource {

    private static final MediaType TYPE = new MediaType("text", "csv", Map.of("charset", "UTF-8", "header", "present"));

    private static final String HEAD = Csv.row(
            "id",
            "document",
            "platform",
            "platformName",
            "termsType",
            "url",
            "kind",
            "firstSeenAt",
            "detectedAt",
            "origin",
            "archive",
            "touched",
            "severity",
            "materiality",
            "areas",
            "types",
            "headline",
            "summary",
            "alert",
            "alertReason",
            "settlement",
            "settled",
            "address");

    private final Exports exports;
    private final Citations citations;

    CsvExportResource(Exports exports, Citations citations) {
        this.exports = exports;
        this.citations = citations;
    }

    /** The file. */
    @GET
    @Audited
    @Produces({"text/csv;charset=UTF-8", "application/problem+json"})
    @Operation(
            summary = "All changes that the filters let through, as CSV",
            description =
                    "RFC 4180 in UTF-8 with a header row; lists are joined by ;. A cell that a spreadsheet would take for a"
                            + " formula (it begins with = + - @, a tab or a line break) gets an apostrophe in front. Streamed, and"
                            + " compressed with Accept-Encoding: gzip. Each export is in the audit log with its filters.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "ChangesCsv", ref = "ChangesCsv")))
    public Response exportChangesAsCsv(@BeanParam ChangeParameters given, @Context HttpHeaders headers) {
        return exports.send(
                given,
                "changes.csv",
                TYPE,
                HEAD.getBytes(StandardCharsets.UTF_8),
                change -> row(change).getBytes(StandardCharsets.UTF_8),
                headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    private String row(ChangeSummary change) {
        return Csv.row(
                change.id(),
                change.document(),
                change.platform(),
                change.platformName(),
                change.termsType(),
                change.url(),
                change.kind(),
                change.firstSeenAt(),
                change.detectedAt(),
                change.origin(),
                change.archive() == null ? null : change.archive().name(),
                change.touched(),
                change.severity(),
                change.materiality(),
                change.areas(),
                change.types(),
                change.headline(),
                change.summary(),
                change.alert(),
                change.alertReason(),
                change.settlement(),
                change.settled(),
                citations.address("/changes/" + change.id()));
    }
}
