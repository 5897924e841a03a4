package dev.clausewatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.events.Service;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The gateway's API of a running installation, as an option group of commands: by default the one that {@code ./clausewatch up} runs
 * on this machine, with its API key.
 */
public final class InstallationApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String USUAL = "http://127.0.0.1:" + Service.GATEWAY_PORT;

    @Option(
            names = "--api",
            paramLabel = "URL",
            description = "address of the gateway (default: that of the last ./clausewatch up, else " + USUAL + ")")
    private @Nullable URI given;

    /** The services answer a body that is too large in a way that HTTP/2 does not know. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** Reads JSON; a refusal ends the command with the server's own words. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path).GET().build()));
    }

    /** Sends a body of the given type and reads JSON. */
    public JsonNode post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build()));
    }

    /** Opens a body that is not JSON; the caller closes it. */
    public InputStream open(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = exchange(request(path).GET().build(), BodyHandlers.ofInputStream());
        if (response.statusCode() / 100 != 2) {
            try (InputStream body = response.body()) {
                throw refused(response.statusCode(), body.readNBytes(64 * 1024));
            }
        }
        return response.body();
    }

    private byte[] send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = exchange(request, BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw refused(response.statusCode(), response.body());
        }
        return response.body();
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        try {
            return client.send(request, handler);
        } catch (java.net.ConnectException e) {
            throw CommandFailedException.no(
                    "No installation answers at %s. Start one with ./clausewatch up, or give its address with --api."
                            .formatted(request.uri()));
        }
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(address().resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + key())
                .header("Accept", "application/json, */*;q=0.5");
    }

    private URI address() throws IOException {
        if (given != null) {
            return given;
        }
        Path file = LocalInstallation.file("address");
        String last = Files.isReadable(file) ? Files.readString(file).strip() : USUAL;
        try {
            return new URI(last);
        } catch (URISyntaxException e) {
            throw CommandFailedException.unusable(
                    "The file %s holds no address. Give that of the gateway with --api.".formatted(file));
        }
    }

    /** From the environment, else the one that the local installation made at its first start. */
    private static String key() throws IOException {
        String given = System.getenv("CLAUSEWATCH_API_KEY");
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        Path file = LocalInstallation.file("api-key");
        if (!Files.isReadable(file)) {
            throw CommandFailedException.unusable(
                    "There is no API key: set CLAUSEWATCH_API_KEY (%s is not there either).".formatted(file));
        }
        return Files.readString(file).strip();
    }

    /** The detail of an RFC 9457 problem says what to do. */
    private static CommandFailedException refused(int status, byte[] body) {
        String detail;
        try {
            JsonNode problem = JSON.readTree(body);
            detail = problem == null
                    ? ""
                    : problem.path("detail").asText(problem.path("title").asText(""));
        } catch (IOException e) {
            detail = "";
        }
        return CommandFailedException.no(
                "The installation answered %d. %s".formatted(status, detail).strip());
    }
}
