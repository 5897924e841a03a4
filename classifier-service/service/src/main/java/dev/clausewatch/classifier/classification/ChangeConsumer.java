package dev.clausewatch.classifier.classification;

import dev.clausewatch.runtime.messaging.EventInbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the changes. */
@ApplicationScoped
class ChangeConsumer {

    private final EventInbox inbox;
    private final ClassificationStage stage;

    ChangeConsumer(EventInbox inbox, ClassificationStage stage) {
        this.inbox = inbox;
        this.stage = stage;
    }

    /** Takes one poll; it is acknowledged when its classifications are stored and published. */
    @Incoming("changes-in")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, stage);
    }
}
