package dev.clausewatch.gateway.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Declarations and captures, at crawler-service. */
@ApplicationScoped
public class CrawlerClient {

    private final Upstream upstream;

    CrawlerClient(CrawlerConfig config, @ConfigProperty(name = "clausewatch.service-token") String token) {
        this.upstream = new Upstream("crawler-service", config.url(), config.timeout(), token);
    }

    /** Passes a request on; a 503 problem when the service is away. */
    public Response pass(String method, String path, @Nullable String query, byte @Nullable [] body) {
        return upstream.pass(method, path, query, body);
    }

    /** A part of a path, taken literally. */
    public static String segment(String value) {
        return Upstream.segment(value);
    }
}
