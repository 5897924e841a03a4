package dev.clausewatch.classifier.correction;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.classification.Classifications;
import dev.clausewatch.classifier.classification.CurrentClassification;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.runtime.http.ServiceOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The corrections that hold as data to learn from, in the form of the labelled provisions. */
@Path("/corrections.jsonl")
@ServiceOnly
public class TrainingDataResource {

    private static final ObjectMapper JSON = EventCodec.mapper();
    private static final int PAGE = 100;

    private final Classifications answers;
    private final Register register;

    TrainingDataResource(Classifications answers, Classifier classifier) {
        this.answers = answers;
        this.register = classifier.register();
    }

    /** One JSON object a line, in the order of documents and versions. */
    @GET
    @APIResponse(
            responseCode = "200",
            description = "A line for each",
            content = @Content(mediaType = "application/jsonl", schema = @Schema(type = SchemaType.STRING)))
    @Produces("application/jsonl")
    public StreamingOutput export() {
        return this::write;
    }

    private void write(OutputStream out) throws IOException {
        Classifications.Place at = Classifications.Place.BEGIN;
        List<Classifications.Place> page;
        do {
            page = answers.corrected(at, PAGE);
            for (Classifications.Place place : page) {
                Optional<CurrentClassification> answer = answers.present(place.change());
                if (answer.isPresent()) {
                    for (TrainingLine line : TrainingLine.of(answer.get().data(), register)) {
                        out.write(JSON.writeValueAsBytes(line));
                        out.write('\n');
                    }
                }
                at = place;
            }
        } while (page.size() == PAGE);
    }
}
