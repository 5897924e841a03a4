package dev.clausewatch.crawler.archive;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Drops bytes that became no snapshot and are old, some at a time. */
@ApplicationScoped
class RetentionSchedule {

    private static final Logger LOG = Logger.getLogger(RetentionSchedule.class);

    /** At most ten megabytes each: a small batch holds no lock for long. */
    private static final int BATCH = 50;

    private final RawRepository raws;
    private final Duration refused;
    private final Clock clock;

    RetentionSchedule(RawRepository raws, ArchiveConfig config, Clock clock) {
        this.raws = raws;
        this.refused = config.refusedRetention();
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            int dropped = dropRefused();
            if (dropped > 0) {
                LOG.infof("Old bytes of refused captures were dropped count=%d", dropped);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Old bytes of refused captures are not dropped for now: %s", e);
        }
    }

    /** How many were dropped. */
    int dropRefused() {
        int all = 0;
        int some = BATCH;
        while (some == BATCH) {
            some = raws.dropUnreferenced(clock.instant().minus(refused), BATCH);
            all += some;
        }
        return all;
    }
}
