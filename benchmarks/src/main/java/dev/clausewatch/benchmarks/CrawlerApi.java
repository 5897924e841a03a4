package dev.clausewatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The crawler's own API, as the gateway speaks it. */
final class CrawlerApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String url;
    private final String token;

    CrawlerApi(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** A declaration was refused; the message says why. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    /** Puts a declaration in force; the ids of its documents. */
    List<String> declare(BenchDeclaration declaration) throws IOException, InterruptedException, RefusedException {
        String name =
                URLEncoder.encode(declaration.name(), StandardCharsets.UTF_8).replace("+", "%20");
        HttpResponse<byte[]> response =
                send(request("/declarations/" + name).PUT(BodyPublishers.ofByteArray(declaration.bytes())));
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new RefusedException(answer.path("detail").asText("answer " + response.statusCode()));
        }
        List<String> documents = new ArrayList<>();
        answer.path("documents").forEach(id -> documents.add(id.asText()));
        return documents;
    }

    /** Asks for a capture, which makes the crawler look for due documents at once. */
    void capture(String documentId) throws IOException, InterruptedException {
        byte[] body = JSON.writeValueAsBytes(JSON.createObjectNode().put("documentId", documentId));
        HttpResponse<byte[]> response = send(request("/captures").POST(BodyPublishers.ofByteArray(body)));
        if (response.statusCode() != 202) {
            throw new IOException("The crawler answered a request for a capture with " + response.statusCode());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
