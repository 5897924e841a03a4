package dev.clausewatch.alert.subscription;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;

/** What callers are told when a request cannot be served (RFC 9457). */
public final class Problems {

    private static final int UNPROCESSABLE = 422;
    private static final int MOST = 100;

    private Problems() {}

    static HttpProblem invalid(List<Violation> violations) {
        String detail = violations.stream()
                .map(violation -> violation.field() + " " + violation.reason() + ": " + violation.remedy())
                .collect(Collectors.joining("; "));
        return HttpProblem.builder()
                .withTitle("The subscription is not valid")
                .withStatus(UNPROCESSABLE)
                .withDetail(detail)
                .with("errors", violations)
                .build();
    }

    /** There is none, or none any more. */
    public static HttpProblem noSuchSubscription(String id) {
        return HttpProblem.builder()
                .withTitle("No such subscription")
                .withStatus(Response.Status.NOT_FOUND)
                .withDetail("There is no subscription " + id)
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

    /** The limit of a list, if it is one. */
    public static int checkedLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw HttpProblem.builder()
                    .withTitle("Limit out of range")
                    .withStatus(Response.Status.BAD_REQUEST)
                    .withDetail("The limit is a number from 1 to " + MOST)
                    .build();
        }
        return limit;
    }

    /** Nothing is sent while it is paused. */
    public static HttpProblem paused() {
        return conflict("The subscription is paused", "Set \"active\" to true first.");
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
