package dev.clausewatch.classifier.correction;

import dev.clausewatch.runtime.http.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;

/** What callers are told when a correction cannot be taken (RFC 9457). */
final class CorrectionProblems {

    private static final int UNPROCESSABLE = 422;

    private CorrectionProblems() {}

    static HttpProblem invalid(List<Violation> violations) {
        return HttpProblem.builder()
                .withTitle("The correction is not valid")
                .withStatus(UNPROCESSABLE)
                .withDetail(violations.stream()
                        .map(one -> (one.field().isEmpty() ? "" : "Field " + one.field() + ": ") + one.reason() + "; "
                                + one.remedy() + ".")
                        .collect(Collectors.joining(" ")))
                .with("errors", violations)
                .build();
    }

    static HttpProblem noJson(String reason) {
        return HttpProblem.builder()
                .withTitle("The body is no JSON")
                .withStatus(Response.Status.BAD_REQUEST)
                .withDetail(
                        "The body cannot be read: " + reason + ". Send {\"types\": [\"...\"], \"reason\": \"...\"}.")
                .build();
    }

    static HttpProblem noSuchChange(String id) {
        return missing("There is no classified change " + id + ". If it was just detected, try again in a moment.");
    }

    static HttpProblem notTouched(String provisionId, String changeId) {
        return missing("The change " + changeId + " does not touch the provision " + provisionId
                + ". GET /api/v1/changes/{id} lists those that it does under \"provisions\".");
    }

    static HttpProblem nothingToWithdraw(String provisionId) {
        return missing("There is no correction of the provision " + provisionId + " in this change.");
    }

    static HttpProblem tooLarge() {
        return HttpProblem.builder()
                .withTitle("The change is too large")
                .withStatus(Response.Status.CONFLICT)
                .withDetail(
                        "With this correction the change would be larger than an event may be. Give a shorter reason.")
                .build();
    }

    private static HttpProblem missing(String detail) {
        return HttpProblem.builder()
                .withTitle("Nothing to correct")
                .withStatus(Response.Status.NOT_FOUND)
                .withDetail(detail)
                .build();
    }
}
