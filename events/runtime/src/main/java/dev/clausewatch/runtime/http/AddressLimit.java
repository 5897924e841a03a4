package dev.clausewatch.runtime.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Says how long an address may be when one is longer. What the server cannot read at all, 64 KiB, it refuses without words. */
@ApplicationScoped
public class AddressLimit {

    private static final int LONGEST = 8000;
    private static final int TOO_LONG = 414;

    /** Refuses an address that is too long. */
    @ServerRequestFilter(preMatching = true)
    public void check(HttpServerRequest request) {
        if (request.uri().length() > LONGEST) {
            throw Problem.of("address-too-long", "Address too long", TOO_LONG)
                    .withDetail("An address may have " + LONGEST
                            + " characters at most, its parameters included. Ask with fewer or shorter parameters.")
                    .with("limit", LONGEST)
                    .build();
        }
    }
}
