package dev.clausewatch.runtime.health;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.SuccessfulExecution;
import io.quarkus.scheduler.Trigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks after the timers: one that hangs is skipped for ever, and nothing else would tell. */
@ApplicationScoped
class ScheduledLoops {

    /** After an upgrade some take their time: they cut or record everything anew. */
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
        loop(execution.getExecution().getTrigger()).beat();
    }

    void failed(@Observes FailedExecution execution) {
        loop(execution.getExecution().getTrigger()).beat();
    }

    private Loop loop(Trigger trigger) {
        return loops.computeIfAbsent(trigger.getId(), id -> watch.begin(name(trigger), LONGEST));
    }

    private static String name(Trigger trigger) {
        String method = trigger.getMethodDescription();
        return method == null ? trigger.getId() : method;
    }
}
