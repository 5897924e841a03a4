package dev.clausewatch.diff.version;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Reports regularly how many snapshots are parked: a gap that does not close needs an operator. */
@ApplicationScoped
class ParkedSnapshotsSchedule {

    private static final Logger LOG = Logger.getLogger(ParkedSnapshotsSchedule.class);

    private final ParkedSnapshotRepository parked;
    private final AtomicLong waiting;

    ParkedSnapshotsSchedule(ParkedSnapshotRepository parked, MeterRegistry meters) {
        this.parked = parked;
        this.waiting = meters.gauge("clausewatch.snapshots.waiting.for.gap", new AtomicLong());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        long now = QuarkusTransaction.requiringNew().call(parked::count);
        if (now > 0 && now != waiting.get()) {
            LOG.warnf("Snapshots wait for one before them count=%d", now);
        }
        waiting.set(now);
    }
}
