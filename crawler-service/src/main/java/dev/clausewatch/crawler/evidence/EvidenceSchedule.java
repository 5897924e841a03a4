package dev.clausewatch.crawler.evidence;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Keeps the log up to date. */
@ApplicationScoped
class EvidenceSchedule {

    private static final Logger LOG = Logger.getLogger(EvidenceSchedule.class);

    private final Sequencer sequencer;

    EvidenceSchedule(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            sequencer.run();
        } catch (RuntimeException e) {
            LOG.errorf("The log of evidence is not brought up to date for now: %s", e);
        }
    }
}
