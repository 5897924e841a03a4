package dev.clausewatch.alert.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntUnaryOperator;
import org.jboss.logging.Logger;

/** Deletes what is older than it has to be, some at a time. */
@ApplicationScoped
class RetentionSchedule {

    private static final Logger LOG = Logger.getLogger(RetentionSchedule.class);

    /** A small batch holds no lock for long. */
    private static final int BATCH = 500;

    private final RetentionRepository rows;
    private final Retention retention;

    RetentionSchedule(RetentionRepository rows, Retention retention) {
        this.rows = rows;
        this.retention = retention;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            int deleted = prune();
            if (deleted > 0) {
                LOG.infof("Old rows of the ledger were deleted count=%d", deleted);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Old rows of the ledger are not deleted for now: %s", e);
        }
    }

    /** How many rows were deleted, those of attempts not counted. */
    int prune() {
        return all(most -> rows.deleteDeliveries(retention.ledgerBegins(), most))
                + all(most -> rows.deleteMessages(retention.ledgerBegins(), most))
                + all(most -> rows.deleteHandledChanges(retention.marksBegin(), most))
                + all(most -> rows.deleteHandledSourceEvents(retention.marksBegin(), most));
    }

    private static int all(IntUnaryOperator delete) {
        int all = 0;
        int some = BATCH;
        while (some == BATCH) {
            some = delete.applyAsInt(BATCH);
            all += some;
        }
        return all;
    }
}
