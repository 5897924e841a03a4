package dev.clausewatch.runtime.http;

import dev.clausewatch.runtime.database.DatabaseException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Maps database failures to problems: 503 when the database is not available, 400 when it rejects the given data. The details stay in the
 * log.
 */
@ApplicationScoped
public class DatabaseProblems {

    private static final Logger LOG = Logger.getLogger(DatabaseProblems.class);
    private static final int TRY_AGAIN_SECONDS = 5;

    /** The problem. */
    @ServerExceptionMapper
    public Response answer(DatabaseException fault, UriInfo request) {
        return RequestProblems.answer(problem(fault), request);
    }

    private static HttpProblem.Builder problem(DatabaseException fault) {
        LOG.errorf(fault, "A request failed at the database");
        if (fault.causedByData()) {
            return Problem.of("bad-value", "Request not understood", Response.Status.BAD_REQUEST.getStatusCode())
                    .withDetail(
                            "A parameter or field is out of range, such as a time before the year 1 or a control character.");
        }
        return Problem.of("service-away", "The database is away", Response.Status.SERVICE_UNAVAILABLE.getStatusCode())
                .withDetail(
                        "The database does not answer. Everything that does not need it goes on; try again in a moment.")
                .with("service", "The database")
                .withHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS);
    }
}
