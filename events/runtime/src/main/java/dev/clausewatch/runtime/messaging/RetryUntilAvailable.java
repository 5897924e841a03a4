package dev.clausewatch.runtime.messaging;

import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.NewerSchema;
import dev.clausewatch.runtime.time.Backoff;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Repeats work that fails because the database or the broker is away, with growing pauses, until it succeeds or the service stops. */
@ApplicationScoped
class RetryUntilAvailable {

    private static final Logger LOG = Logger.getLogger(RetryUntilAvailable.class);

    private final Backoff backoff;
    private final Database database;
    private final InFlightPolls polls;
    private final NewerSchema schema;
    private final CountDownLatch stopping = new CountDownLatch(1);

    RetryUntilAvailable(MessagingConfig config, Database database, InFlightPolls polls, NewerSchema schema) {
        this.backoff = new Backoff(config.firstWait(), config.longestWait());
        this.database = database;
        this.polls = polls;
        this.schema = schema;
    }

    /**
     * Does the work, again and again while it fails for a transient reason.
     *
     * @throws StoppingException if the service stops meanwhile
     * @throws RuntimeException whatever else the work throws
     */
    <T> T run(String what, Supplier<T> work) {
        for (int failures = 1; ; failures++) {
            try {
                T done = work.get();
                schema.overcome();
                return done;
            } catch (RuntimeException e) {
                if (!schema.excuses(e) && !TransientFailures.isTransient(e)) {
                    throw e;
                }
                Duration wait = backoff.after(failures);
                LOG.warnf("Waiting %d ms for the database or the broker: %s failed: %s", wait.toMillis(), what, e);
                pause(wait, e);
            }
        }
    }

    /**
     * Waits until the database answers. Called when work failed for a reason that looks permanent, before an event is given up for it: what a
     * dying server throws is not always what it should be.
     *
     * @throws StoppingException if the service stops: then the failure says nothing about the work
     */
    void awaitDatabase(Throwable failure) {
        if (stopping.getCount() == 0) {
            throw new StoppingException(failure);
        }
        int answer = run("asking the database", () -> database.sql("select 1").one(Integer.class));
        LOG.debugf("The database answers (%d), so the fault is not its own", answer);
    }

    private void pause(Duration wait, RuntimeException cause) {
        polls.rest();
        try {
            if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoppingException(cause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException(cause);
        } finally {
            polls.resume();
        }
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        stopping.countDown();
    }

    /** The service stops: what is in hand is not acknowledged and comes again. */
    static final class StoppingException extends RuntimeException {

        private static final long serialVersionUID = 1;

        StoppingException() {
            super("The service stops");
        }

        StoppingException(Throwable cause) {
            super("The service stops", cause);
        }
    }
}
