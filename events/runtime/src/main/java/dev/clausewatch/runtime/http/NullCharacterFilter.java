package dev.clausewatch.runtime.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses addresses with the null character, which no text in a database has. */
@ApplicationScoped
public class NullCharacterFilter {

    private static final String NULL = "\0";

    /** Refuses or lets through. */
    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().contains(NULL)) {
            throw new NotFoundException();
        }
        request.getUriInfo().getQueryParameters().forEach(NullCharacterFilter::check);
    }

    private static void check(String name, List<String> values) {
        for (String value : values) {
            if (value.contains(NULL)) {
                throw Problem.parameter(name, value, "it holds the null character", List.of());
            }
        }
    }
}
