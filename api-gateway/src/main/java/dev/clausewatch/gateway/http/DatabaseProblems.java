package dev.clausewatch.gateway.http;

import dev.clausewatch.gateway.database.DatabaseException;
import dev.clausewatch.runtime.http.RequestProblems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A database that does not answer is a 503 that says so, one that cannot take a value a 400; the details stay in the log. */
@ApplicationScoped
public class DatabaseProblems {

    private static final Logger LOG = Logger.getLogger(DatabaseProblems.class);

    /** The problem. */
    @ServerExceptionMapper
    public Response answer(DatabaseException fault, UriInfo request) {
        LOG.errorf(fault, "A request failed at the database");
        return RequestProblems.answer(
                HttpProblem.builder(fault.causedByData() ? Problems.notUnderstood() : Problems.away("The database")),
                request);
    }
}
