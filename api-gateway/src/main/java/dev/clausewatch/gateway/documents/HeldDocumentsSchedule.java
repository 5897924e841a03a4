package dev.clausewatch.gateway.documents;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Reports regularly how many documents have a dead letter that nothing later got past: an operator has to act. */
@ApplicationScoped
class HeldDocumentsSchedule {

    private static final Logger LOG = Logger.getLogger(HeldDocumentsSchedule.class);

    private final UnprocessedRepository unprocessed;
    private final AtomicLong held;

    HeldDocumentsSchedule(UnprocessedRepository unprocessed, MeterRegistry meters) {
        this.unprocessed = unprocessed;
        this.held = meters.gauge("clausewatch.documents.held", new AtomicLong());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        long now = unprocessed.heldDocuments();
        if (now > held.get()) {
            LOG.warnf("Documents are held by dead letters count=%d", now);
        }
        held.set(now);
    }
}
