package dev.clausewatch.runtime.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers 414 or 431 with the limit when the request line or the headers are too long. The server itself accepts up to a megabyte of each
 * so that this class can answer; beyond that it closes the connection without a problem document.
 */
@ApplicationScoped
public class HeadLimit {

    private static final int LONGEST_ADDRESS = 8000;
    private static final int LARGEST_HEADERS = 20_000;
    private static final int ADDRESS_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;
    /** The colon, the blank and the end of the line. */
    private static final int AROUND_A_HEADER = 4;

    /** Refuses a request whose address or headers are too long. */
    @ServerRequestFilter(preMatching = true)
    public void check(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_ADDRESS) {
            throw Problem.of("address-too-long", "Address too long", ADDRESS_TOO_LONG)
                    .withDetail("An address may have " + LONGEST_ADDRESS
                            + " characters at most, its parameters included. Ask with fewer or shorter parameters.")
                    .with("limit", LONGEST_ADDRESS)
                    .build();
        }
        if (size(request) > LARGEST_HEADERS) {
            throw Problem.of("headers-too-large", "Headers too large", HEADERS_TOO_LARGE)
                    .withDetail("All headers of a request together may have " + LARGEST_HEADERS
                            + " characters at most. Send fewer or shorter ones; cookies are headers too.")
                    .with("limit", LARGEST_HEADERS)
                    .build();
        }
    }

    private static long size(HttpServerRequest request) {
        long size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + AROUND_A_HEADER;
        }
        return size;
    }
}
