package dev.clausewatch.crawler.evidence;

import dev.clausewatch.runtime.health.Loop;
import dev.clausewatch.runtime.health.LoopWatch;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Keeps the log up to date. */
@ApplicationScoped
class EvidenceSchedule {

    private static final Logger LOG = Logger.getLogger(EvidenceSchedule.class);

    /** With room for all the records of a large import. */
    private static final Duration LONGEST_ROUND = Duration.ofHours(1);

    private final Sequencer sequencer;
    private final Loop loop;

    EvidenceSchedule(Sequencer sequencer, LoopWatch watch) {
        this.sequencer = sequencer;
        this.loop = watch.begin("evidence-log", LONGEST_ROUND);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        loop.beat();
        try {
            sequencer.run();
        } catch (RuntimeException e) {
            LOG.errorf("The log of evidence is not brought up to date for now: %s", e);
        }
        loop.beat();
    }
}
