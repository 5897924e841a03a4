package dev.clausewatch.gateway.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Security headers of the pages: browsers may only show them with our style sheet. Captured texts are untrusted; if escaping ever fails, no
 * script in them runs.
 */
@ApplicationScoped
public class PageHeaders {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /** Adds the headers. */
    @ServerResponseFilter
    public void harden(ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "same-origin");
        MediaType type = response.getMediaType();
        if (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            headers.putSingle("Content-Security-Policy", POLICY);
            headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("private, no-cache"));
        }
    }
}
