package dev.clausewatch.classifier.reclassification;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.classification.Classifications;
import dev.clausewatch.classifier.wording.Wordings;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.ServiceOnly;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Reclassification over HTTP, for the api-gateway. */
@Path("/reclassification")
@ServiceOnly
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class ReclassificationResource {

    private final Reclassifier reclassifier;
    private final Classifications answers;
    private final Wordings wordings;
    private final Classifier classifier;

    ReclassificationResource(
            Reclassifier reclassifier, Classifications answers, Wordings wordings, Classifier classifier) {
        this.reclassifier = reclassifier;
        this.answers = answers;
        this.wordings = wordings;
        this.classifier = classifier;
    }

    /**
     * How far it is.
     *
     * @param ruleset the rules in use
     * @param answers changes that have an answer
     * @param pending those whose answer is of other rules
     * @param wordings wordings of provisions
     * @param pendingWordings those that the rules in use have not assessed, which they do by themselves
     */
    record State(ToolVersion ruleset, long answers, long pending, long wordings, long pendingWordings) {}

    /** How far it is. */
    @GET
    public State state() {
        String version = classifier.ruleset().version();
        return new State(
                classifier.ruleset(),
                answers.count(),
                answers.countOfOthers(version),
                wordings.count(),
                wordings.countOfOthers(version));
    }

    /** Gives the next answers anew. */
    @POST
    @Path("/batches")
    public Batch next(
            @QueryParam("after") @DefaultValue("") String after, @QueryParam("dryRun") @Nullable String dryRun) {
        return reclassifier.next(place(after), Boolean.TRUE.equals(Parameters.flag("dryRun", dryRun)));
    }

    /** What the rules in use changed. */
    @GET
    @Path("/changes")
    public Batch changes(@QueryParam("after") @DefaultValue("") String after) {
        return reclassifier.report(place(after));
    }

    private Classifications.Place place(String after) {
        return after.isEmpty()
                ? Classifications.Place.BEGIN
                : answers.place(after)
                        .orElseThrow(() -> HttpProblem.builder()
                                .withTitle("Unknown cursor")
                                .withStatus(Response.Status.BAD_REQUEST)
                                .withDetail(
                                        "Send the value of \"next\" of the answer before as \"after\", or nothing to start anew.")
                                .build());
    }
}
