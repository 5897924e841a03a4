package dev.clausewatch.alert.queue;

import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.OutgoingMessage;
import dev.clausewatch.alert.destination.SendResult;
import dev.clausewatch.alert.destination.Sender;
import dev.clausewatch.alert.ledger.Attempt;
import dev.clausewatch.alert.ledger.AttemptRecorder;
import dev.clausewatch.alert.ledger.ClaimedDelivery;
import dev.clausewatch.alert.ledger.DeliveryLeases;
import dev.clausewatch.alert.ledger.Lane;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Makes attempts. The main lane has a limit of concurrent attempts; one that moved to the slow lane no longer counts. Blocks; thread-safe.
 */
final class AttemptSender {

    private static final Logger LOG = Logger.getLogger(AttemptSender.class);

    private static final int SOONER = 5;

    private final DeliveryLeases leases;
    private final Map<DestinationKind, Sender> senders;
    private final AttemptRecorder recorder;
    private final ConcurrencyLimiter limiter;
    private final SendPermits permits;
    private final Clock clock;
    private final MeterRegistry meters;
    private volatile boolean stopping;

    AttemptSender(
            DeliveryLeases leases,
            Map<DestinationKind, Sender> senders,
            AttemptRecorder recorder,
            ConcurrencyLimiter limiter,
            int mostAtOnce,
            Clock clock,
            MeterRegistry meters) {
        this.leases = leases;
        this.senders = Map.copyOf(senders);
        this.recorder = recorder;
        this.limiter = limiter;
        this.permits = new SendPermits(mostAtOnce);
        this.clock = clock;
        this.meters = meters;
    }

    /** From now on nothing is sent; claimed deliveries go back to the queue. */
    void stop() {
        stopping = true;
    }

    /** Whether no attempt of the main lane is under way. */
    boolean isIdle() {
        return permits.areIdle();
    }

    /**
     * Moves attempts of the main lane that have taken this long to the slow lane, as far as it has free slots. When all permits are taken,
     * a fifth of the time is enough, so that many endpoints failing together do not block the others repeatedly.
     */
    void moveSlowAttempts(Duration slowAfter) {
        for (SendPermits.Permit permit :
                permits.heldFor(permits.areAllHeld() ? slowAfter.dividedBy(SOONER) : slowAfter)) {
            if (limiter.move(permit.slot())) {
                permit.close();
            }
        }
    }

    /** Makes an attempt if it can start in time; false if none was made, so that there is nothing to record. */
    boolean send(ClaimedDelivery claim, ConcurrencyLimiter.Slot slot, String body, Instant lastStart) {
        if (limiter.isIn(Lane.SLOW, slot)) {
            return attempt(claim, slot, body, lastStart);
        }
        try (SendPermits.Permit permit = permits.acquire(slot)) {
            return attempt(claim, permit.slot(), body, lastStart);
        }
    }

    private boolean attempt(ClaimedDelivery claim, ConcurrencyLimiter.Slot slot, String body, Instant lastStart) {
        try {
            Instant now = clock.instant();
            if (stopping || !claim.subscribed() || !now.isBefore(lastStart) || limiter.isBlockedBySlowLane(slot)) {
                leases.release(claim);
                return false;
            }
            SendResult result = sender(claim).send(message(claim, body, now));
            count(result);
            recorder.add(new Attempt(claim, now, result), limiter.isIn(Lane.SLOW, slot) ? Lane.SLOW : Lane.MAIN);
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            // Top of our own thread: the delivery is due again when its lease ends.
            LOG.errorf(e, "An attempt failed unexpectedly deliveryId=%s", claim.deliveryId());
            return false;
        }
    }

    private Sender sender(ClaimedDelivery claim) {
        Sender sender = senders.get(claim.destination().kind());
        if (sender == null) {
            throw new IllegalStateException(
                    "Nothing sends to " + claim.destination().kind());
        }
        return sender;
    }

    private static OutgoingMessage message(ClaimedDelivery claim, String body, Instant now) {
        return new OutgoingMessage(claim.deliveryId(), claim.subscriptionId(), claim.destination(), body, now);
    }

    private void count(SendResult result) {
        String reason = result.outcome().reason();
        meters.timer("clausewatch.delivery.attempts", "outcome", reason == null ? "accepted" : reason)
                .record(result.took());
    }
}
