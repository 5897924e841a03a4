package dev.clausewatch.runtime.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Watchdog of all loops of this process: it keeps when each last round began, and a loop that hangs or died fails the liveness check.
 * Thread-safe.
 */
@ApplicationScoped
public class LoopWatch {

    private final LongSupplier nanos;
    private final Set<Loop> loops = ConcurrentHashMap.newKeySet();

    @Inject
    LoopWatch() {
        this(System::nanoTime);
    }

    /** With a clock of its own, in nanoseconds. */
    public LoopWatch(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Looks after a loop from now on.
     *
     * @param name shown in the liveness check when it stopped
     * @param longest how long one round may take, with the pause behind it; generous, since a process that fails liveness is ended
     */
    public Loop begin(String name, Duration longest) {
        Loop loop = new Loop(name, longest, nanos, loops::remove);
        loops.add(loop);
        return loop;
    }

    /** The loops that stopped, each with how long ago its last round began. */
    public Map<String, Duration> stopped() {
        Map<String, Duration> stopped = new TreeMap<>();
        for (Loop loop : loops) {
            loop.stoppedFor().ifPresent(time -> stopped.put(loop.name(), time));
        }
        return stopped;
    }
}
