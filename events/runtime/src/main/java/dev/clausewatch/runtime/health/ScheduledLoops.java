package dev.clausewatch.runtime.health;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.SuccessfulExecution;
import io.quarkus.scheduler.Trigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Watches the scheduled methods: the scheduler silently skips one whose previous run hangs. */
@ApplicationScoped
class ScheduledLoops {

    /** After an upgrade some runs are long, because they segment or record everything again. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private final Scheduler scheduler;
    private final LoopWatch watch;
    private final Map<String, Loop> loops = new ConcurrentHashMap<>();

    ScheduledLoops(Scheduler scheduler, LoopWatch watch) {
        this.scheduler = scheduler;
        this.watch = watch;
    }

    void start(@Observes StartupEvent event) {
        // It starts only where there is a timer.
        if (scheduler.isStarted()) {
            scheduler.getScheduledJobs().forEach(this::loop);
        }
    }

    void succeeded(@Observes SuccessfulExecution execution) {
        done(execution.getExecution().getTrigger());
    }

    void failed(@Observes FailedExecution execution) {
        done(execution.getExecution().getTrigger());
    }

    /** A timer may pause for longer than others take: that pause is added to what its round may take. */
    private void done(Trigger trigger) {
        Instant next = trigger.getNextFireTime();
        Duration pause = next == null ? Duration.ZERO : Duration.between(Instant.now(), next);
        loop(trigger).beat(LONGEST.plus(pause.isNegative() ? Duration.ZERO : pause));
    }

    private Loop loop(Trigger trigger) {
        return loops.computeIfAbsent(trigger.getId(), id -> watch.begin(name(trigger), LONGEST));
    }

    private static String name(Trigger trigger) {
        String method = trigger.getMethodDescription();
        return method == null ? trigger.getId() : method;
    }
}
