package dev.clausewatch.classifier.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.runtime.http.ServiceOnly;
import dev.clausewatch.runtime.http.Violation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Corrections over HTTP, for the api-gateway. */
@Path("/changes/{change}/provisions/{provision}/correction")
@ServiceOnly
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class CorrectionResource {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_NAME = 200;

    private final Corrections corrections;
    private final CorrectionRules rules;

    CorrectionResource(Corrections corrections, Classifier classifier) {
        this.corrections = corrections;
        this.rules = new CorrectionRules(classifier.register());
    }

    /** Corrects a provision; the same correction again changes nothing. */
    @PUT
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "CorrectionRequest")))
    public CorrectionView correct(
            @PathParam("change") String changeId,
            @PathParam("provision") String provisionId,
            @QueryParam("reviewer") @DefaultValue("") String reviewer,
            byte[] body) {
        if (reviewer.isBlank() || reviewer.length() > LONGEST_NAME) {
            throw CorrectionProblems.invalid(List.of(
                    new Violation("reviewer", "it is missing, empty or too long", "send the name of who corrects")));
        }
        CorrectionRules.ValidationResult.Valid valid = switch (rules.judge(json(body))) {
            case CorrectionRules.ValidationResult.Valid it -> it;
            case CorrectionRules.ValidationResult.Refused it -> throw CorrectionProblems.invalid(it.violations());
        };
        return view(corrections.correct(changeId, provisionId, valid, reviewer), changeId, provisionId);
    }

    /** Leaves a provision to the rules again. */
    @DELETE
    public CorrectionView withdraw(@PathParam("change") String changeId, @PathParam("provision") String provisionId) {
        return view(corrections.withdraw(changeId, provisionId), changeId, provisionId);
    }

    private static CorrectionView view(Corrections.Outcome outcome, String changeId, String provisionId) {
        return switch (outcome) {
            case Corrections.Outcome.Holds it -> CorrectionView.of(it.answer(), provisionId);
            case Corrections.Outcome.NoSuchChange it -> throw CorrectionProblems.noSuchChange(changeId);
            case Corrections.Outcome.NotTouched it -> throw CorrectionProblems.notTouched(provisionId, changeId);
            case Corrections.Outcome.NothingToWithdraw it -> throw CorrectionProblems.nothingToWithdraw(provisionId);
            case Corrections.Outcome.TooLarge it -> throw CorrectionProblems.tooLarge();
        };
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw CorrectionProblems.noJson(e.getOriginalMessage());
        } catch (IOException e) {
            throw CorrectionProblems.noJson("it breaks off");
        }
    }
}
