package dev.clausewatch.gateway.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Subscriptions and deliveries, at alert-service. */
@ApplicationScoped
public class AlertClient {

    private final Upstream upstream;

    AlertClient(AlertConfig config, @ConfigProperty(name = "clausewatch.service-token") String token) {
        this.upstream = new Upstream("alert-service", config.url(), config.timeout(), token);
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
