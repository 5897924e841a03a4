package dev.clausewatch.diff.version;

import dev.clausewatch.runtime.messaging.EventInbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads captures. */
@ApplicationScoped
class CaptureConsumer {

    private final EventInbox inbox;
    private final SnapshotIntake intake;

    CaptureConsumer(EventInbox inbox, SnapshotIntake intake) {
        this.inbox = inbox;
        this.intake = intake;
    }

    @Incoming("captures-in")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, intake);
    }
}
