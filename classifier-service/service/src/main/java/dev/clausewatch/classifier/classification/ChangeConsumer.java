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
    private final ChangesInHand inHand;

    ChangeConsumer(EventInbox inbox, ClassificationStage stage, ChangesInHand inHand) {
        this.inbox = inbox;
        this.stage = stage;
        this.inHand = inHand;
    }

    /** Takes one poll; it is acknowledged when its classifications are stored and published. */
    @Incoming("changes-in")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        inHand.work(() -> inbox.process(records, stage));
    }
}
