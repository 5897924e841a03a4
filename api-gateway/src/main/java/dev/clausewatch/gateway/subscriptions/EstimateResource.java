package dev.clausewatch.gateway.subscriptions;

import dev.clausewatch.filter.Filter;
import dev.clausewatch.filter.FilterFields;
import dev.clausewatch.filter.FilterProblem;
import dev.clausewatch.gateway.access.ApiKey;
import dev.clausewatch.gateway.access.Caller;
import dev.clausewatch.gateway.access.RequiresScope;
import dev.clausewatch.gateway.access.Scope;
import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.runtime.http.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What would have come through a filter, before anybody subscribes with it. */
@Path("/api/v1/subscriptions/estimate")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
public class EstimateResource {

    private static final int UNPROCESSABLE = 422;

    private final Estimator estimator;
    private final EstimateTurns turns;
    private final Caller caller;

    EstimateResource(Estimator estimator, EstimateTurns turns, Caller caller) {
        this.estimator = estimator;
        this.turns = turns;
        this.caller = caller;
    }

    /**
     * What is asked.
     *
     * @param filter as in a subscription; everything when absent
     */
    public record EstimateRequest(@Nullable FilterFields filter) {}

    /** Tries a filter on the last ninety days. */
    @POST
    @RequiresScope(Scope.READ)
    @Operation(
            summary = "What would have come through a filter in the last 90 days",
            description =
                    "{filter} as in a subscription. Counted are changes that alert, by when their text was first seen, without"
                            + " those that were withdrawn before anybody was told; complete is false when the look back ended"
                            + " after two seconds, at from. Nothing is saved. One runs at a time for a key, two for all (429).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "SubscriptionEstimateRequest")))
    public Estimate estimateSubscription(@Nullable EstimateRequest request) {
        FilterFields asked = request == null ? null : request.filter();
        List<FilterProblem> unknown = Filter.unknownAreas(asked);
        if (!unknown.isEmpty()) {
            throw invalid(unknown);
        }
        String key = caller.key().map(ApiKey::id).orElse("");
        return switch (Filter.read(asked)) {
            case Filter.Reading.Good good -> turns.now(key, () -> estimator.estimate(good.filter()));
            case Filter.Reading.Bad bad -> throw invalid(bad.problems());
        };
    }

    private static HttpProblem invalid(List<FilterProblem> problems) {
        List<Violation> violations =
                problems.stream().limit(10).map(EstimateResource::violation).toList();
        Violation first = violations.getFirst();
        return Problem.of("bad-field", "The filter is not valid", UNPROCESSABLE)
                .withDetail(first.field() + " " + first.reason() + ": " + first.remedy())
                .with("errors", violations)
                .build();
    }

    private static Violation violation(FilterProblem problem) {
        String value = problem.value();
        return new Violation(
                "filter." + problem.field(),
                value == null ? problem.reason() : problem.reason() + ": " + Problem.shown(value),
                problem.remedy());
    }
}
