package dev.clausewatch.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A subscriber's end: keeps what it receives and answers as told, then with 204. */
public final class Receiver implements HttpHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** Answers with these first. */
    public Receiver(Integer... answers) {
        this.answers.addAll(List.of(answers));
    }

    /** A post. */
    public record Received(Map<String, List<String>> headers, String body) {

        public String id() {
            return headers.getOrDefault("Webhook-id", List.of("")).getFirst();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        public String type() {
            return json().at("/type").asText();
        }

        public String changeId() {
            return json().at("/data/change/id").asText();
        }
    }

    /** All of them, in order. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Types and change ids, in order, such as {@code change.alerted a}. */
    public List<String> told() {
        return received.stream().map(one -> one.type() + " " + one.changeId()).toList();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), body));
        Integer answer = answers.poll();
        exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
    }
}
