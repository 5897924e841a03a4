package dev.clausewatch.classifier.summary;

import dev.clausewatch.testing.ModelServer;
import dev.clausewatch.testing.ModelServer.Reply;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A language model whose answer follows from the platform that it is asked about: Faithful, Inventive or Failing. */
public class ModelResource implements QuarkusTestResourceLifecycleManager {

    static final String FAITHFUL = "The clause now adds: \u201cyou may not use it to train models\u201d.";

    @Nullable
    private ModelServer server;

    @Override
    public Map<String, String> start() {
        ModelServer made = new ModelServer(ModelResource::answer);
        server = made;
        return Map.of(
                "clausewatch.language-model.url",
                made.url().toString(),
                "clausewatch.language-model.model",
                "test-model",
                "clausewatch.language-model.patience",
                "0s",
                "clausewatch.language-model.look-every",
                "1s");
    }

    private static Reply answer(ModelServer.Asked asked) {
        if (asked.material().contains("Failing")) {
            return new Reply.Sends(503, "");
        }
        return new Reply.Says(
                asked.material().contains("Inventive") ? "It says \u201cyou owe us a pony\u201d." : FAITHFUL);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
