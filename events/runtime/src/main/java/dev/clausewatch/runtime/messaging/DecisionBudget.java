package dev.clausewatch.runtime.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets a stage compute the answer to one event for a bounded time. When computing takes longer, or fails, the stage gives a coarser answer
 * instead, so that no event can stop those behind it. CPU time is counted: a wait for the database or for a busy machine does not
 * count. A transient failure (database or broker away) is no failure of computing and is thrown on. Thread-safe.
 */
@ApplicationScoped
public class DecisionBudget {

    private static final Logger LOG = Logger.getLogger(DecisionBudget.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Duration budget;

    /** Called before each decision, to show that a poll with many slow events makes progress. */
    private final Runnable progress;

    private final MeterRegistry meters;

    @Inject
    DecisionBudget(MessagingConfig config, InFlightPolls polls, MeterRegistry meters) {
        this(config.decisionBudget(), polls::resume, meters);
    }

    /**
     * A budget for other computations than those of events.
     *
     * @param budget CPU time
     * @param progress called before each decision
     */
    public DecisionBudget(Duration budget, Runnable progress, MeterRegistry meters) {
        this.budget = budget;
        this.progress = progress;
        this.meters = meters;
    }

    /**
     * The result of the computation, or the coarser result.
     *
     * @param what names the event in the log
     * @param answer the computation; runs on its own thread, which is interrupted when the budget is used up
     * @param coarser takes the reason as half a sentence, such as {@code it took longer than 20 s}
     * @throws RuntimeException a transient failure, or whatever the coarser answer throws
     */
    public <T> T decide(String what, Supplier<T> answer, Function<String, T> coarser) {
        progress.run();
        FutureTask<T> task = new FutureTask<>(answer::get);
        Thread thread = Thread.ofPlatform().name("deciding").daemon().start(task);
        try {
            return within(task, thread);
        } catch (TimeoutException e) {
            return coarse(what, "it took longer than %d s".formatted(budget.toSeconds()), null, coarser);
        } catch (ExecutionException e) {
            Throwable failure = e.getCause() == null ? e : e.getCause();
            if (failure instanceof OutOfMemoryError memory) {
                throw memory;
            }
            if (failure instanceof RuntimeException away && TransientFailures.isTransient(away)) {
                throw away;
            }
            return coarse(what, "computing it failed with " + failure.getClass().getSimpleName(), failure, coarser);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new RetryUntilAvailable.StoppingException(e);
        }
    }

    private <T> T within(FutureTask<T> task, Thread thread)
            throws TimeoutException, ExecutionException, InterruptedException {
        while (true) {
            try {
                return task.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (THREADS.getThreadCpuTime(thread.threadId()) > budget.toNanos()) {
                    task.cancel(true);
                    throw e;
                }
            }
        }
    }

    private <T> T coarse(String what, String reason, @Nullable Throwable failure, Function<String, T> coarser) {
        LOG.errorf(failure, "Something gets a coarser answer %s reason=%s", what, reason);
        meters.counter("clausewatch.decisions.coarse").increment();
        return coarser.apply(reason);
    }
}
