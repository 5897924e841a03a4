package dev.clausewatch.classifier.reading;

import dev.clausewatch.testing.ModelServer;
import dev.clausewatch.testing.ModelServer.Asked;
import dev.clausewatch.testing.ModelServer.Reply;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A language model whose reading follows from the plan that a provision is about, and that answers nothing a second time. */
public class ReaderResource implements QuarkusTestResourceLifecycleManager {

    static final String QUOTATION = "plan renews automatically";

    private static final String FEES = type("fees-or-refunds", QUOTATION);

    private static final Map<String, Reply> REPLIES = Map.of(
            "Inventive", says(type("fees-or-refunds", "you owe us a pony")),
            "Unknown", says(type("ponies", QUOTATION)),
            "Generous", says(FEES + "," + FEES + "," + FEES + "," + FEES),
            "Chatty", new Reply.Says("It is about money, I think."),
            "Huge", new Reply.Says("{\"types\": []" + " ".repeat(20_000) + "}"),
            "Nul", new Reply.Says("\0"),
            "Unwelcome", new Reply.Sends(400, ""),
            "Failing", new Reply.Sends(503, ""),
            "Slow", new Reply.Hangs());

    private final Set<String> readBefore = ConcurrentHashMap.newKeySet();
    private String provisions = "";

    @Nullable
    private ModelServer server;

    @Override
    public void init(Map<String, String> arguments) {
        provisions = arguments.getOrDefault("provisions", "off");
    }

    @Override
    public Map<String, String> start() {
        ModelServer made = new ModelServer(this::answer);
        server = made;
        Map<String, String> settings = new HashMap<>();
        settings.put("url", made.url().toString());
        settings.put("model", "test-model");
        settings.put("provisions", provisions);
        settings.put("timeout", "2s");
        settings.put("patience", "0s");
        settings.put("look-every", "1s");
        Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("clausewatch.language-model." + name, value));
        return named;
    }

    private Reply answer(Asked asked) {
        if (!asked.instructions().contains("You read provisions")) {
            return new Reply.Says("A plan now renews.");
        }
        Reply reply = REPLIES.entrySet().stream()
                .filter(one -> asked.material().contains(one.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> says(FEES));
        boolean again = reply instanceof Reply.Says && !readBefore.add(asked.material());
        return again ? new Reply.Says("This was asked before.") : reply;
    }

    private static String type(String id, String quotation) {
        return "{\"type\": \"" + id + "\", \"quotation\": \"" + quotation + "\"}";
    }

    private static Reply says(String types) {
        return new Reply.Says("{\"types\": [" + types + "]}");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
