package dev.clausewatch.gateway.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Declarations, captures and evidence, at crawler-service. */
@ApplicationScoped
public class CrawlerClient {

    private final Upstream upstream;
    private final Upstream batches;
    private final Duration bundleTimeout;

    CrawlerClient(CrawlerConfig config, @ConfigProperty(name = "clausewatch.service-token") String token) {
        this.upstream = new Upstream("crawler-service", config.url(), config.timeout(), token);
        this.batches = new Upstream("crawler-service", config.url(), config.batchTimeout(), token);
        this.bundleTimeout = config.bundleTimeout();
    }

    /** Passes a request on; a 503 problem when the service is away. */
    public Response pass(String method, String path, @Nullable String query, byte @Nullable [] body) {
        return upstream.pass(method, path, query, body);
    }

    /** Passes a request for a bundle of evidence on, and the bundle while it comes. */
    public Response download(String method, String path, @Nullable String query, byte @Nullable [] body) {
        return upstream.download(method, path, query, body, bundleTimeout);
    }

    /** Passes on what writes much; the answer may take longer. */
    public Response passBatch(String method, String path, byte[] body) {
        return batches.pass(method, path, null, body);
    }

    /** A part of a path, taken literally. */
    public static String segment(String value) {
        return Upstream.segment(value);
    }
}
