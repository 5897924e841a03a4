package dev.clausewatch.alert.subscription;

import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.runtime.http.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;

/** What callers are told when a request cannot be served (RFC 9457). */
public final class SubscriptionProblems {

    /** How many items a list has when nobody says. */
    public static final int DEFAULT_LIMIT = 50;

    /** Of how many faults in a request its answer speaks. */
    private static final int TOLD = 10;

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    private SubscriptionProblems() {}

    static HttpProblem invalid(List<Violation> violations) {
        List<Violation> told = violations.subList(0, Math.min(violations.size(), TOLD));
        int more = violations.size() - told.size();
        String detail = told.stream()
                .map(violation -> (violation.field().isEmpty() ? "" : violation.field() + " ") + violation.reason()
                        + ": " + violation.remedy())
                .collect(Collectors.joining("; "));
        return HttpProblem.builder()
                .withTitle("The subscription is not valid")
                .withStatus(UNPROCESSABLE)
                .withDetail(more == 0 ? detail : detail + "; and " + more + " more")
                .with("errors", told)
                .build();
    }

    /** There is none, or none any more. */
    public static HttpProblem noSuchSubscription(String id) {
        return HttpProblem.builder()
                .withTitle("No such subscription")
                .withStatus(Response.Status.NOT_FOUND)
                .withDetail("There is no subscription " + Problem.shown(id))
                .build();
    }

    /** The cursor of a list is none of ours. */
    public static HttpProblem badCursor() {
        return HttpProblem.builder()
                .withTitle("Unknown cursor")
                .withStatus(Response.Status.BAD_REQUEST)
                .withDetail("Send the value of \"next\" of the page before, or no cursor to start anew")
                .build();
    }

    /** Nothing is sent while it is paused. */
    public static HttpProblem paused() {
        return conflict("The subscription is paused", "Set \"active\" to true first.");
    }

    /** An address was asked to confirm often enough. */
    public static HttpProblem askedTooOften(int most) {
        return HttpProblem.builder()
                .withTitle("The address was asked too often")
                .withStatus(TOO_MANY)
                .withDetail("An address gets " + most + " mails to confirm it in a day at most. Try again tomorrow.")
                .build();
    }

    /** The request does not fit the state of things. */
    public static HttpProblem conflict(String title, String detail) {
        return HttpProblem.builder()
                .withTitle(title)
                .withStatus(Response.Status.CONFLICT)
                .withDetail(detail)
                .build();
    }
}
