package dev.clausewatch.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer of the gateway.
 *
 * @param status of HTTP
 * @param body missing when it is no JSON
 * @param date what it says the time is, to the second
 * @param asked when the request was sent
 * @param answered when the answer was there
 * @param certificate of its TLS; empty without TLS
 */
record GatewayAnswer(
        int status,
        JsonNode body,
        Optional<Instant> date,
        Instant asked,
        Instant answered,
        Optional<X509Certificate> certificate) {

    boolean isGood() {
        return status / 100 == 2;
    }

    /** What an error says of itself. */
    String problem() {
        String detail = body.path("detail").asText(body.path("title").asText(""));
        return (status + " " + detail).strip();
    }
}
