package dev.clausewatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.local.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What each packaged service answers, and on which of its ports. */
class PortsTest {

    static final List<Part> SERVICES = Part.SERVICES;

    private final RunningStack running = RunningStack.get();

    @ParameterizedTest
    @FieldSource("SERVICES")
    void healthAndMetricsHaveAPortOfTheirOwn(Part service) throws IOException, InterruptedException {
        for (String path : List.of("/q/health/live", "/q/health/ready", "/q/metrics")) {
            assertEquals(200, status(running.stack.managementUrl(service) + path), path);
            assertEquals(404, status(running.stack.url(service) + path), path);
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void onlyTheGatewayDescribesItsApiOnItsPort(Part service) throws IOException, InterruptedException {
        int expected = service == Part.GATEWAY ? 200 : 404;
        assertEquals(expected, status(running.stack.url(service) + "/q/openapi"));
    }

    private static int status(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
