package dev.clausewatch.gateway.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The problem of a service as one of the gateway: with its type, field, reason and remedy, and the gateway's path in place of the
 * service's. An error without words gets some.
 */
final class UpstreamProblem {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPES = "urn:clausewatch:problem:";
    /** Members that are said anew; the path is set where the problem is answered. */
    private static final Set<String> OURS = Set.of("type", "title", "status", "detail", "instance");

    private UpstreamProblem() {}

    static HttpProblem of(String service, int status, byte[] body, java.net.http.HttpHeaders headers) {
        JsonNode told = read(body);
        HttpProblem.Builder problem = HttpProblem.builder()
                .withStatus(status)
                .withTitle(told.path("title").asText(title(status)))
                .withDetail(detail(service, status, told));
        String type = told.path("type").asText("");
        if (type.startsWith(TYPES)) {
            problem.withType(URI.create(type));
        }
        told.properties().stream()
                .filter(member -> !OURS.contains(member.getKey()))
                .forEach(member -> problem.with(member.getKey(), member.getValue()));
        headers.firstValue(HttpHeaders.RETRY_AFTER)
                .ifPresent(value -> problem.withHeader(HttpHeaders.RETRY_AFTER, value));
        return problem.build();
    }

    private static String detail(String service, int status, JsonNode told) {
        if (told.hasNonNull("detail")) {
            return told.path("detail").asText();
        }
        String violations = StreamSupport.stream(told.path("violations").spliterator(), false)
                .map(one -> "Field " + one.path("field").asText() + " "
                        + one.path("message").asText() + ".")
                .collect(Collectors.joining(" "));
        return violations.isEmpty() ? service + " answered " + status + " and did not say why." : violations;
    }

    private static JsonNode read(byte[] body) {
        try {
            return Objects.requireNonNullElse(JSON.readTree(body), MissingNode.getInstance());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Not possible" : known.getReasonPhrase();
    }
}
