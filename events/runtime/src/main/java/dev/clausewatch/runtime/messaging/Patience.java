package dev.clausewatch.runtime.messaging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Waits out faults of the world, with growing pauses, until the work succeeds or the service stops. */
@ApplicationScoped
class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final MessagingConfig config;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Patience(MessagingConfig config) {
        this.config = config;
    }

    /**
     * Does the work, again and again while the world is at fault.
     *
     * @throws StoppingException if the service stops meanwhile
     * @throws RuntimeException whatever else the work throws
     */
    <T> T insist(String what, Supplier<T> work) {
        Duration wait = config.firstWait();
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!WorldFaults.is(e)) {
                    throw e;
                }
                LOG.warnf("Waiting %d ms for the database or the broker: %s failed: %s", wait.toMillis(), what, e);
                pause(wait, e);
                wait = shorter(wait.multipliedBy(2), config.longestWait());
            }
        }
    }

    private void pause(Duration wait, RuntimeException cause) {
        try {
            if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoppingException(cause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException(cause);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The service stops: what is in hand is not acknowledged and comes again. */
    static final class StoppingException extends RuntimeException {

        private static final long serialVersionUID = 1;

        StoppingException(Throwable cause) {
            super("The service stops", cause);
        }
    }
}
