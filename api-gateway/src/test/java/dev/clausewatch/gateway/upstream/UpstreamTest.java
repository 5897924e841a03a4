package dev.clausewatch.gateway.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpstreamTest {

    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private HttpServer server;
    private Upstream upstream;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        upstream = at(server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void passesBodiesThroughUnchanged() {
        Response response = upstream.pass("POST", "/subscriptions/a%2Fb", "x=1", bytes("{\"name\":\"é\"}"));
        assertEquals(200, response.getStatus());
        assertEquals("application/json", response.getHeaderString("Content-Type"));
        assertEquals("{\"detail\":\"why\"}", new String((byte[]) response.getEntity(), StandardCharsets.UTF_8));
        assertEquals("POST /subscriptions/a%2Fb?x=1", seen.get("request"));
        assertEquals("{\"name\":\"é\"}", seen.get("body"));
        assertEquals("Bearer token", seen.get("authorization"));
    }

    @Test
    void tellsTheServiceForWhomItAsks() {
        upstream.pass("GET", "/subscriptions", null, null, Map.of("Clausewatch-Key", "k1"));
        assertEquals("k1", seen.get("key"));
    }

    @Test
    void turnsTheServicesAddressesIntoItsOwn() {
        Response response = upstream.pass("GET", "/subscriptions", null, null);
        assertEquals("/api/v1/subscriptions/1", response.getHeaderString("Location"));
        assertEquals("</api/v1/subscriptions?cursor=a>; rel=\"next\"", response.getHeaderString("Link"));
    }

    @Test
    void handsAFileOnWhileItComes() throws IOException {
        Response response = upstream.download("GET", "/evidence/documents/a/b", "from=1", null, Duration.ofSeconds(5));
        assertEquals("attachment; filename=\"a.zip\"", response.getHeaderString("Content-Disposition"));
        assertEquals("16", response.getHeaderString("Content-Length"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((StreamingOutput) response.getEntity()).write(out);
        assertEquals("{\"detail\":\"why\"}", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void saysWhichFieldsAreAtFaultWhereTheServiceSaysNoMore() {
        HttpProblem problem = UpstreamProblem.of(
                "crawler-service",
                400,
                bytes("{\"violations\": [{\"field\": \"documentId\", \"message\": \"must not be blank\"}]}"),
                HttpHeaders.of(Map.of(), (name, value) -> true));
        assertEquals("Field documentId must not be blank.", problem.getDetail());
    }

    @Test
    void makesAProblemOfTheServiceOneOfTheGateway() {
        HttpProblem problem =
                assertThrows(HttpProblem.class, () -> upstream.pass("POST", "/subscriptions?status=422", null, null));
        assertEquals(422, problem.getStatusCode());
        assertEquals("urn:clausewatch:problem:bad-field", String.valueOf(problem.getType()));
        assertEquals("Not valid", problem.getTitle());
        assertEquals("why", problem.getDetail());
        assertNull(problem.getInstance(), "the answer names the gateway's path");
        assertEquals(
                "[{\"field\":\"url\",\"reason\":\"r\",\"remedy\":\"do\"}]",
                String.valueOf(problem.getParameters().get("errors")));
    }

    @Test
    void saysSomethingForAServiceThatSaysNothing() {
        HttpProblem problem = assertThrows(
                HttpProblem.class,
                () -> upstream.download("GET", "/none?status=413", null, null, Duration.ofSeconds(5)));
        assertEquals(413, problem.getStatusCode());
        assertTrue(problem.getDetail().contains("alert-service answered 413"), problem::getDetail);
    }

    @Test
    void saysWhichServiceIsAway() {
        server.stop(0);
        HttpProblem problem = assertThrows(HttpProblem.class, () -> upstream.pass("GET", "/subscriptions", null, null));
        assertEquals(503, problem.getStatusCode());
        assertTrue(problem.getTitle().contains("alert-service is away"), problem::getTitle);
    }

    @Test
    void doesNotTellTheCallerToSignInWhenTheServiceRefusesTheGateway() {
        HttpProblem problem =
                assertThrows(HttpProblem.class, () -> upstream.pass("GET", "/refuse?status=401", null, null));
        assertEquals(502, problem.getStatusCode());
        assertTrue(problem.getDetail().contains("SERVICE_TOKEN"), problem::getDetail);
    }

    private static Upstream at(int port) {
        return new Upstream(
                "alert-service", URI.create("http://127.0.0.1:" + port + "/"), Duration.ofSeconds(5), "token");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            seen.put("request", exchange.getRequestMethod() + " " + exchange.getRequestURI());
            seen.put("authorization", exchange.getRequestHeaders().getFirst("Authorization"));
            seen.put("key", String.valueOf(exchange.getRequestHeaders().getFirst("Clausewatch-Key")));
            seen.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            URI address = exchange.getRequestURI();
            int status = status(address);
            boolean fails = status >= 400;
            exchange.getResponseHeaders().add("Content-Type", fails ? "application/problem+json" : "application/json");
            exchange.getResponseHeaders().add("Content-Disposition", "attachment; filename=\"a.zip\"");
            exchange.getResponseHeaders().add("Location", "http://alert:8084/subscriptions/1");
            exchange.getResponseHeaders().add("Link", "</subscriptions?cursor=a>; rel=\"next\"");
            byte[] body = bytes(fails ? problem(address) : "{\"detail\":\"why\"}");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static int status(URI address) {
        String query = address.getQuery();
        return query != null && query.startsWith("status=")
                ? Integer.parseInt(query.substring("status=".length()))
                : 200;
    }

    private static String problem(URI address) {
        return address.getPath().equals("/none") ? "" : """
            {"type": "urn:clausewatch:problem:bad-field", "title": "Not valid", "status": 422, "detail": "why",
             "instance": "/subscriptions", "errors": [{"field": "url", "reason": "r", "remedy": "do"}]}\
            """;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
