package dev.clausewatch.gateway.readmodel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says in header {@code Read-Model} that an answer may be incomplete, while the read model is built. */
@ApplicationScoped
public class RebuildingHeader {

    private final ReadModel readModel;

    RebuildingHeader(ReadModel readModel) {
        this.readModel = readModel;
    }

    /** Adds the header. */
    @ServerResponseFilter
    public void mark(ContainerRequestContext request, ContainerResponseContext response) {
        boolean answersFromReadModel = request.getMethod().equals("GET") && response.getStatus() < 400;
        if (answersFromReadModel && readModel.rebuilding()) {
            response.getHeaders().putSingle("Read-Model", "rebuilding");
        }
    }
}
