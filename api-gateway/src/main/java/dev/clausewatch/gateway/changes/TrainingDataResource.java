package dev.clausewatch.gateway.changes;

import dev.clausewatch.gateway.upstream.ClassifierClient;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What reviewers corrected, as data to learn from. */
@Path("/api/v1/corrections.jsonl")
@Tag(name = "Corrections")
public class TrainingDataResource {

    private final ClassifierClient classifier;

    TrainingDataResource(ClassifierClient classifier) {
        this.classifier = classifier;
    }

    /** The corrections as data to learn from. */
    @GET
    @Produces("application/jsonl")
    @Operation(
            summary = "The corrections that hold, as labelled provisions",
            description = "One JSON object a line: id, service, termsType, date, heading, text, types, areas; what"
                    + " ./clausewatch eval classify --gold reads.")
    @APIResponse(
            responseCode = "200",
            description = "One JSON object a line",
            content = @Content(mediaType = "application/jsonl", schema = @Schema(type = SchemaType.STRING)))
    public Response exportCorrections() {
        return classifier.download("/corrections.jsonl");
    }
}
