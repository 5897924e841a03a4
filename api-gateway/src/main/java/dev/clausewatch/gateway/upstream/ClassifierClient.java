package dev.clausewatch.gateway.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Corrections and reclassification, at classifier-service. */
@ApplicationScoped
public class ClassifierClient {

    private final Upstream upstream;
    private final Upstream batches;
    private final Duration callTimeout;

    ClassifierClient(ClassifierConfig config, @ConfigProperty(name = "clausewatch.service-token") String token) {
        this.upstream = new Upstream("classifier-service", config.url(), config.timeout(), token);
        this.batches = new Upstream("classifier-service", config.url(), config.batchTimeout(), token);
        this.callTimeout = config.timeout();
    }

    /** Passes a request on; a 503 problem when the service is away. */
    public Response pass(String method, String path, @Nullable String query, byte @Nullable [] body) {
        return upstream.pass(method, path, query, body);
    }

    /** Passes on what computes much; the answer may take longer. */
    public Response passBatch(String method, String path, @Nullable String query) {
        return batches.pass(method, path, query, null);
    }

    /** Passes a request for a file on, and the file while it comes. */
    public Response download(String path) {
        return upstream.download("GET", path, null, null, callTimeout);
    }

    /** A part of a path or query, taken literally. */
    public static String segment(String value) {
        return Upstream.segment(value);
    }
}
