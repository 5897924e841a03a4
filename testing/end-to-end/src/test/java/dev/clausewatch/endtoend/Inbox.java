package dev.clausewatch.endtoend;

import dev.clausewatch.local.DemoSubscriber;
import dev.clausewatch.local.DemoSubscriber.Message;
import dev.clausewatch.local.Gateway;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A subscription with its receiver: what arrived, verified and without repetitions, in order. */
final class Inbox implements AutoCloseable {

    private final DemoSubscriber subscriber;
    private final String subscriptionId;
    private final List<Message> messages;

    private Inbox(DemoSubscriber subscriber, String subscriptionId, List<Message> messages) {
        this.subscriber = subscriber;
        this.subscriptionId = subscriptionId;
        this.messages = messages;
    }

    /** Subscribes to some platforms. */
    static Inbox of(Gateway gateway, List<String> platforms) throws IOException {
        List<Message> arrived = new CopyOnWriteArrayList<>();
        DemoSubscriber subscriber = DemoSubscriber.start(0, arrived::add);
        var created = gateway.post(
                "/subscriptions",
                Map.of("name", "End to end", "url", subscriber.url(), "filter", Map.of("platforms", platforms)));
        subscriber.secret(created.path("secret").asText());
        return new Inbox(subscriber, created.path("id").asText(), arrived);
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    String subscriptionId() {
        return subscriptionId;
    }

    @Override
    public void close() {
        subscriber.close();
    }
}
