package dev.clausewatch.alert.delivery;

import dev.clausewatch.alert.webhook.WebhookClient;
import dev.clausewatch.alert.webhook.WebhookRequest;
import dev.clausewatch.alert.webhook.WebhookResult;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Makes attempts: of the main lane a certain number at once, where one that takes long counts no more. Blocks; thread-safe. */
final class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    private static final int SOONER = 5;

    private final DeliveryQueue queue;
    private final WebhookClient client;
    private final Recorder recorder;
    private final EndpointRoom room;
    private final Senders permits;
    private final Clock clock;
    private final MeterRegistry meters;
    private volatile boolean stopping;

    Sender(
            DeliveryQueue queue,
            WebhookClient client,
            Recorder recorder,
            EndpointRoom room,
            int mostAtOnce,
            Clock clock,
            MeterRegistry meters) {
        this.queue = queue;
        this.client = client;
        this.recorder = recorder;
        this.room = room;
        this.permits = new Senders(mostAtOnce);
        this.clock = clock;
        this.meters = meters;
    }

    /** From now on nothing is sent, and what is taken is given back. */
    void stop() {
        stopping = true;
    }

    /** Whether no attempt of the main lane is under way. */
    boolean isIdle() {
        return permits.areIdle();
    }

    /**
     * Lets the attempts of the main lane that take so long go on in the slow one, as far as there is room. Where others wait for their
     * permits, much sooner: many endpoints that turn bad together must not hold the rest up for a time like that again and again.
     */
    void moveOver(Duration slowAfter) {
        for (Senders.Permit permit : permits.heldFor(permits.areAllHeld() ? slowAfter.dividedBy(SOONER) : slowAfter)) {
            if (room.move(permit.place())) {
                permit.close();
            }
        }
    }

    /** Makes an attempt, if it can begin by then; false if there is nothing to be recorded. */
    boolean send(Claim claim, EndpointRoom.Place place, String body, Instant lastStart) {
        if (room.isIn(Lane.SLOW, place)) {
            return attempt(claim, place, body, lastStart);
        }
        try (Senders.Permit permit = permits.acquire(place)) {
            return attempt(claim, permit.place(), body, lastStart);
        }
    }

    private boolean attempt(Claim claim, EndpointRoom.Place place, String body, Instant lastStart) {
        try {
            Instant now = clock.instant();
            if (stopping || !claim.subscribed() || !now.isBefore(lastStart) || room.isHeldUp(place)) {
                queue.release(claim);
                return false;
            }
            WebhookResult result =
                    client.post(new WebhookRequest(claim.deliveryId(), claim.url(), body, now, claim.secrets()));
            count(result);
            recorder.add(new Attempt(claim, now, result), room.isIn(Lane.SLOW, place) ? Lane.SLOW : Lane.MAIN);
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            // The edge of a thread of our own: the delivery is due again when its lease ends.
            LOG.errorf(e, "An attempt broke off deliveryId=%s", claim.deliveryId());
            return false;
        }
    }

    private void count(WebhookResult result) {
        String reason = result.outcome().reason();
        meters.timer("clausewatch.delivery.attempts", "outcome", reason == null ? "accepted" : reason)
                .record(result.took());
    }
}
