package dev.clausewatch.classifier.summary;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback that answers as an OpenAI-compatible one does. What it answers follows from the platform that it is asked about:
 * Faithful, Inventive or Failing.
 */
public class ModelResource implements QuarkusTestResourceLifecycleManager {

    static final String FAITHFUL = "The clause now adds: \u201cyou may not use it to train models\u201d.";

    @Nullable
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/v1/chat/completions", ModelResource::answer);
            made.start();
            server = made;
            return Map.of(
                    "clausewatch.language-model.url",
                    "http://127.0.0.1:" + made.getAddress().getPort() + "/v1",
                    "clausewatch.language-model.model",
                    "test-model",
                    "clausewatch.language-model.patience",
                    "0s",
                    "clausewatch.language-model.calls-per-day",
                    "5",
                    "clausewatch.language-model.look-every",
                    "1s");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.contains("Failing")) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        String words = asked.contains("Inventive") ? "It says \u201cyou owe us a pony\u201d." : FAITHFUL;
        byte[] body = """
                {"id": "1", "object": "chat.completion", "created": 1, "model": "test-model", "choices":
                  [{"index": 0, "message": {"role": "assistant", "content": "%s"}, "finish_reason": "stop"}]}""".formatted(words).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
