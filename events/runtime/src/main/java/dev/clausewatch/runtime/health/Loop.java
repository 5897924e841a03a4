package dev.clausewatch.runtime.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * A loop that runs as long as the process, such as a thread that polls a queue. It counts as stopped when one round, including the pause
 * after it, takes longer than its limit. Thread-safe.
 */
public final class Loop {

    private static final Logger LOG = Logger.getLogger(Loop.class);

    private final String name;
    private volatile Duration longest;
    private final LongSupplier nanos;
    private final Runnable onEnd;
    private volatile long began;
    private volatile boolean resting;

    Loop(String name, Duration longest, LongSupplier nanos, Consumer<Loop> onEnd) {
        this.name = name;
        this.longest = longest;
        this.nanos = nanos;
        this.onEnd = () -> onEnd.accept(this);
        this.began = nanos.getAsLong();
    }

    /** A round begins. */
    public void beat() {
        began = nanos.getAsLong();
        resting = false;
    }

    /** The same, and says how long this round may take with the pause behind it. */
    public void beat(Duration longest) {
        this.longest = longest;
        beat();
    }

    /** Waits for something outside, for as long as it takes, until the next {@link #beat}. */
    public void rest() {
        resting = true;
    }

    /** Ends normally; the loop is no longer watched. */
    public void end() {
        onEnd.run();
    }

    /**
     * Runs one round. Exceptions are logged and the loop goes on, except for those that waiting cannot fix.
     *
     * @return what the round returns, empty if it failed
     * @throws InterruptedException if the thread is told to end
     * @throws OutOfMemoryError if memory runs out, which a restart mends
     */
    public <T> Optional<T> attempt(Callable<T> round) throws InterruptedException {
        beat();
        try {
            return Optional.of(round.call());
        } catch (InterruptedException | OutOfMemoryError e) {
            throw e;
        } catch (Error e) {
            LOG.errorf(e, "A round failed and comes again loop=%s", name);
            return Optional.empty();
        } catch (Throwable e) {
            LOG.warnf("A round failed and comes again loop=%s reason=%s", name, e);
            return Optional.empty();
        }
    }

    String name() {
        return name;
    }

    /** How long the current round has taken, if that exceeds its limit. */
    Optional<Duration> stoppedFor() {
        Duration taken = Duration.ofNanos(nanos.getAsLong() - began);
        return resting || taken.compareTo(longest) <= 0 ? Optional.empty() : Optional.of(taken);
    }
}
