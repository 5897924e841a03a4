package dev.clausewatch.gateway.upstream;

import dev.clausewatch.gateway.access.ApiKey;
import dev.clausewatch.gateway.access.Caller;
import dev.clausewatch.gateway.access.Scope;
import dev.clausewatch.runtime.http.CallerHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Subscriptions and deliveries, at alert-service. */
@ApplicationScoped
public class AlertClient {

    private final Upstream upstream;
    private final Caller caller;

    AlertClient(AlertConfig config, Caller caller, @ConfigProperty(name = "clausewatch.service-token") String token) {
        this.caller = caller;
        this.upstream = new Upstream("alert-service", config.url(), config.timeout(), token);
    }

    /** Passes a request on, with whose it is; a 503 problem when the service is away. */
    public Response pass(String method, String path, @Nullable String query, byte @Nullable [] body) {
        return upstream.pass(
                method,
                path,
                query,
                body,
                caller.key().map(AlertClient::headers).orElse(Map.of()));
    }

    private static Map<String, String> headers(ApiKey key) {
        return Map.of(
                CallerHeaders.KEY,
                key.id(),
                CallerHeaders.ADMIN,
                Boolean.toString(key.scopes().contains(Scope.ADMIN)));
    }

    /** A part of a path, taken literally. */
    public static String segment(String value) {
        return Upstream.segment(value);
    }
}
