package dev.clausewatch.gateway.http;

import dev.clausewatch.runtime.http.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The problems (RFC 9457) the gateway answers with: each says what is wrong and what to do. */
public final class ApiProblems {

    private ApiProblems() {}

    /** A field of a request body that does not fit: 422. */
    public static HttpProblem field(String field, String reason) {
        return problem("bad-field", "Request not understood", 422)
                .withDetail("Field " + field + ": " + reason + ".")
                .with("field", field)
                .with("reason", reason)
                .build();
    }

    /** There is no such thing: 404. */
    public static HttpProblem notFound(String what, String id) {
        return problem("not-found", "Not found", Response.Status.NOT_FOUND)
                .withDetail("There is no " + what + " \"" + Problem.shown(id) + "\".")
                .build();
    }

    /** No key, or not a valid one: 401. */
    public static HttpProblem keyNeeded(String reason) {
        return problem("key-needed", "API key needed", Response.Status.UNAUTHORIZED)
                .withDetail(reason
                        + " Send the header \"Authorization: Bearer cw_…\" with an API key of this installation.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"clausewatch\"")
                .build();
    }

    /** A valid key that may not do this: 403. */
    public static HttpProblem scopeNeeded(String scope) {
        return problem("scope-needed", "Scope missing", Response.Status.FORBIDDEN)
                .withDetail("This needs a key with scope \"" + scope + "\"; the key that was sent does not have it.")
                .with("scope", scope)
                .build();
    }

    /** The state of things forbids it: 409. */
    public static HttpProblem conflict(String code, String detail) {
        return problem(code, "Not possible now", Response.Status.CONFLICT)
                .withDetail(detail)
                .build();
    }

    /** Too much of the kind is under way: 429. */
    public static HttpProblem busy(String detail) {
        return problem("busy", "Too many at a time", Response.Status.TOO_MANY_REQUESTS)
                .withDetail(detail + " Try again in a moment.")
                .withHeader(HttpHeaders.RETRY_AFTER, 2)
                .build();
    }

    /** A service behind the gateway does not answer: 503; what needs no such call goes on. */
    public static HttpProblem away(String service) {
        return problem("service-away", service + " is away", Response.Status.SERVICE_UNAVAILABLE)
                .withDetail(
                        service + " does not answer. Everything that does not need it goes on; try again in a moment.")
                .with("service", service)
                .withHeader(HttpHeaders.RETRY_AFTER, 5)
                .build();
    }

    /** A service behind the gateway refuses the gateway itself: 502. */
    public static HttpProblem refused(String service) {
        return problem("service-refused", service + " refused the gateway", Response.Status.BAD_GATEWAY)
                .withDetail(service
                        + " did not accept the gateway's service token: SERVICE_TOKEN has to be the same in both.")
                .with("service", service)
                .build();
    }

    private static HttpProblem.Builder problem(String code, String title, Response.StatusType status) {
        return problem(code, title, status.getStatusCode());
    }

    private static HttpProblem.Builder problem(String code, String title, int status) {
        return Problem.of(code, title, status);
    }
}
