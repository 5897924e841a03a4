package dev.clausewatch.gateway.pages;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows an error as an HTML page where programs get a problem document. */
@ApplicationScoped
public class ErrorPage {

    private static final MediaType PAGE = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final Frames frames;

    ErrorPage(Frames frames) {
        this.frames = frames;
    }

    /** Makes a page of a problem that goes to a browser. */
    @ServerResponseFilter
    public void show(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem problem && isForPeople(request)) {
            response.setEntity(page(problem), null, PAGE);
        }
    }

    /** The header is read by hand, since it need not be one that can be read. */
    private static boolean isForPeople(ContainerRequestContext request) {
        return !request.getUriInfo().getPath().startsWith("/api/")
                && Arrays.stream(Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.ACCEPT), "")
                                .split(",", -1))
                        .map(type -> type.split(";", 2)[0].strip())
                        .anyMatch(MediaType.TEXT_HTML::equalsIgnoreCase);
    }

    private String page(HttpProblem problem) {
        String heading = Objects.requireNonNullElse(problem.getTitle(), "Something went wrong");
        String detail = Objects.requireNonNullElse(problem.getDetail(), "");
        return Templates.error(frames.plain(heading), heading, detail).render();
    }
}
