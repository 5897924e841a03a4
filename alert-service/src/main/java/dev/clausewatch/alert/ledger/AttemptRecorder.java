package dev.clausewatch.alert.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Writes attempts to the ledger in batches (group commit): while one transaction commits, the next attempts queue up. Attempts of the slow
 * lane, many of which end at the same time, have lower priority and smaller batches. A failed write is kept and retried, since a delivery
 * without a recorded outcome would be sent again.
 */
@ApplicationScoped
public class AttemptRecorder {

    private static final Logger LOG = Logger.getLogger(AttemptRecorder.class);
    private static final int MOST = 256;
    private static final int MOST_SLOW = 16;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final BlockingQueue<Waiting> attempts = new PriorityBlockingQueue<>();
    private final AtomicLong order = new AtomicLong();

    /** Those that could not be written; touched by the recording thread alone. */
    private final List<Attempt> kept = new ArrayList<>();

    AttemptRecorder(Ledger ledger) {
        this.ledger = ledger;
    }

    private record Waiting(Attempt attempt, Lane lane, long order) implements Comparable<Waiting> {

        @Override
        public int compareTo(Waiting other) {
            return lane == other.lane ? Long.compare(order, other.order) : lane.compareTo(other.lane);
        }
    }

    /** Hands over an attempt, to be written soon. */
    public void add(Attempt attempt, Lane lane) {
        attempts.add(new Waiting(attempt, lane, order.incrementAndGet()));
    }

    /** Records the attempts that are there, waiting a little for the first; tells of each that is recorded. */
    public void recordNext(Duration wait, Consumer<Attempt> recorded) throws InterruptedException {
        Waiting first = attempts.poll((kept.isEmpty() ? wait : PAUSE).toMillis(), TimeUnit.MILLISECONDS);
        List<Attempt> batch = new ArrayList<>(kept);
        kept.clear();
        int slow = 0;
        for (Waiting next = first; next != null; ) {
            batch.add(next.attempt());
            slow += next.lane() == Lane.SLOW ? 1 : 0;
            next = batch.size() < MOST && slow < MOST_SLOW ? attempts.poll() : null;
        }
        if (batch.isEmpty()) {
            return;
        }
        if (isRecorded(batch)) {
            batch.forEach(recorded);
            return;
        }
        for (Attempt attempt : batch) {
            if (batch.size() > 1 && isRecorded(List.of(attempt))) {
                recorded.accept(attempt);
            } else {
                kept.add(attempt);
            }
        }
    }

    /** Whether all attempts are written. */
    public boolean isEmpty() {
        return attempts.isEmpty() && kept.isEmpty();
    }

    // Top of our own thread: any exception is caught, so that the next attempts are recorded.
    private boolean isRecorded(List<Attempt> batch) {
        try {
            ledger.record(batch);
            return true;
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.warnf("Attempts are not recorded yet attempts=%d reason=%s", batch.size(), e);
            return false;
        }
    }
}
