package dev.clausewatch.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The gateway's API as a client sees it. */
public final class Gateway {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String url;
    private final String key;

    /**
     * A client.
     *
     * @param url of the gateway, without a path
     * @param key an API key
     */
    public Gateway(String url, String key) {
        this.url = url;
        this.key = key;
    }

    /** Gets {@code /api/v1} and the path. */
    public JsonNode get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    /** Posts a JSON body. */
    public JsonNode post(String path, Object body) throws IOException {
        return sendBody("POST", path, body);
    }

    /** Puts a JSON body. */
    public JsonNode put(String path, Object body) throws IOException {
        return sendBody("PUT", path, body);
    }

    private JsonNode sendBody(String method, String path, Object body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json");
    }

    /** The answer's JSON; an answer of 400 or more is an {@link IOException} that quotes it. */
    private JsonNode send(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
            if (response.statusCode() >= 400) {
                throw new IOException(
                        request.method() + " " + request.uri() + " answered " + response.statusCode() + ": " + body);
            }
            return body;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
