package dev.clausewatch.classifier.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A model behind an OpenAI-compatible API. It is asked at temperature 0; how long an exchange may take and how much it may send are
 * bounded. Thread-safe.
 */
public final class ChatEndpoint {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_BYTES = 256 * 1024;
    private static final int OK = 200;

    /** What an endpoint says of a request that it will never answer: wrong, too large, or of forbidden content. */
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 422);

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final HttpClient client;
    private final URI address;
    private final String model;

    @Nullable
    private final String key;

    private final Duration timeout;

    /**
     * Makes an endpoint; nothing is sent yet.
     *
     * @param url of the API with its version: {@code https://host/v1}
     * @param model name of the model there
     * @param key what it wants as a bearer token; absent where it wants none
     * @param timeout how long a whole exchange may take
     * @throws IllegalArgumentException if one of them cannot be used; the message names the setting and never repeats it
     */
    public ChatEndpoint(URI url, String model, @Nullable String key, Duration timeout) {
        String base = url.toString();
        require(base.startsWith("http://") || base.startsWith("https://"), "URL has to begin with https:// or http://");
        require(url.getHost() != null, "URL has no host");
        require(url.getRawUserInfo() == null, "URL has a user: a key goes into LANGUAGE_MODEL_KEY");
        require(
                timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0,
                "TIMEOUT has to be between 1 ms and 1 h");
        this.address = URI.create((base.endsWith("/") ? base : base + "/") + "chat/completions");
        this.model = model;
        this.key = key == null || key.isBlank() ? null : key.strip();
        this.timeout = timeout;
        require(
                this.key == null || this.key.chars().allMatch(character -> character >= '!' && character <= '~'),
                "KEY has a character that no header can carry");
        // Over HTTP/2 the request would offer an upgrade, which some servers answer with nothing.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("LANGUAGE_MODEL_" + otherwise);
        }
    }

    /** The name of the model. */
    public String model() {
        return model;
    }

    /**
     * What the model says, with blanks around it taken off; not empty.
     *
     * @param mostTokens after how many it breaks off
     * @throws NoAnswerException.Refused if it will not answer this, however often it is asked
     * @throws NoAnswerException if it cannot be reached, takes too long, fails, or sends what is no answer
     */
    public String ask(String instructions, String material, int mostTokens) {
        HttpRequest request = request(instructions, material, mostTokens);
        FutureTask<String> exchange = new FutureTask<>(() -> exchange(request));
        Thread.ofVirtual().name("language-model").start(exchange);
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw NoAnswerException.late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoAnswerException.failed("the wait for it was interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof NoAnswerException known
                    ? known
                    : NoAnswerException.failed(cause.getClass().getSimpleName());
        } finally {
            exchange.cancel(true);
        }
    }

    private HttpRequest request(String instructions, String material, int mostTokens) {
        ObjectNode body = JSON.createObjectNode();
        body.put("model", model).put("temperature", 0).put("max_tokens", mostTokens);
        body.withArray("messages").addObject().put("role", "system").put("content", instructions);
        body.withArray("messages").addObject().put("role", "user").put("content", material);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return request.build();
    }

    private String exchange(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (REFUSALS.contains(response.statusCode())) {
                throw NoAnswerException.refused("status " + response.statusCode());
            }
            if (response.statusCode() != OK) {
                throw NoAnswerException.failed("status " + response.statusCode());
            }
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw NoAnswerException.failed("it sends more than " + MOST_BYTES + " bytes");
            }
            return content(bytes);
        }
    }

    private static String content(byte[] bytes) throws IOException {
        try {
            JsonNode choice = JSON.readTree(bytes).at("/choices/0");
            if (choice.path("finish_reason").asText("").equals("length")) {
                throw NoAnswerException.refused("its answer broke off, being too long");
            }
            JsonNode content = choice.at("/message/content");
            if (!content.isTextual() || content.textValue().isBlank()) {
                throw NoAnswerException.failed("what it sends is no completion of a chat, or an empty one");
            }
            return content.textValue().strip();
        } catch (JsonProcessingException e) {
            throw NoAnswerException.failed("what it sends is no JSON");
        }
    }
}
