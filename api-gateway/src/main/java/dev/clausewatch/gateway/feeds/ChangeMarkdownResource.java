package dev.clausewatch.gateway.feeds;

import dev.clausewatch.gateway.changes.Changes;
import dev.clausewatch.gateway.http.ApiProblems;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A change as Markdown. */
@Path("/api/v1/changes")
@Tag(name = "Changes")
public class ChangeMarkdownResource {

    private final Changes changes;

    ChangeMarkdownResource(Changes changes) {
        this.changes = changes;
    }

    /** The change. */
    @GET
    @Path("/{id}.md")
    @Produces("text/markdown;charset=UTF-8")
    @Operation(
            summary = "One change as Markdown",
            description =
                    "With the redline: <del> around what went, <ins> around what came. Words of the texts never act as"
                            + " Markdown or HTML.")
    @APIResponse(
            responseCode = "200",
            description = "The change",
            content =
                    @Content(
                            mediaType = "text/markdown",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "ChangeMarkdown", ref = "ChangeMarkdown")))
    public String getChangeMarkdown(@PathParam("id") String id) {
        return ChangeMarkdown.of(changes.find(id).orElseThrow(() -> ApiProblems.notFound("change", id)));
    }
}
