package dev.clausewatch.gateway.http;

import dev.clausewatch.gateway.database.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A database that does not answer is a 503 that says so, one that cannot take a value a 400; the details stay in the log. */
@ApplicationScoped
public class DatabaseProblems {

    private static final Logger LOG = Logger.getLogger(DatabaseProblems.class);

    /** The problem. */
    @ServerExceptionMapper
    public Response answer(DatabaseException fault) {
        LOG.errorf(fault, "A request failed at the database");
        return (fault.causedByData() ? Problems.notUnderstood() : Problems.away("The database")).toResponse();
    }
}
