package dev.clausewatch.alert.delivery;

import dev.clausewatch.alert.webhook.WebhookClient;
import dev.clausewatch.alert.webhook.WebhookConfig;
import dev.clausewatch.alert.webhook.WebhookRequest;
import dev.clausewatch.alert.webhook.WebhookResult;
import dev.clausewatch.runtime.health.Loop;
import dev.clausewatch.runtime.health.LoopWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due: one thread takes deliveries from the queue, each attempt has a virtual thread, and another thread records what
 * came of them. It looks as soon as something is queued, and now and then in any case.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /** So many times what is sent at once is taken: the next are at hand while the database works. */
    private static final int AHEAD = 2;

    private static final long GATHER_MILLIS = 5;
    private static final Duration RECORDER_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);

    private final DeliveryQueue queue;
    private final Messages messages;
    private final Recorder recorder;
    private final WebhookClient client;
    private final DeliveryConfig config;
    private final Duration timeout;
    private final Clock clock;
    private final MeterRegistry meters;
    private final LoopWatch watch;
    private final EndpointRoom room;
    private final Semaphore senders;
    private final Semaphore nudges = new Semaphore(0);

    /** Taken and not recorded yet: while the database is away leases end, and what was sent would be taken again. */
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;
    private volatile boolean drained;
    private @Nullable Thread taker;
    private @Nullable Thread recording;

    Dispatcher(
            DeliveryQueue queue,
            Messages messages,
            Recorder recorder,
            WebhookClient client,
            DeliveryConfig config,
            WebhookConfig webhooks,
            Clock clock,
            MeterRegistry meters,
            LoopWatch watch) {
        this.queue = queue;
        this.messages = messages;
        this.recorder = recorder;
        this.client = client;
        this.config = config;
        this.timeout = webhooks.timeout();
        this.clock = clock;
        this.meters = meters;
        this.watch = watch;
        this.room = new EndpointRoom(config.inFlight() * AHEAD, config.inFlightPerSubscription());
        this.senders = new Semaphore(config.inFlight());
        if (config.lease().compareTo(timeout) <= 0) {
            throw new IllegalArgumentException("clausewatch.delivery.lease must be longer than"
                    + " clausewatch.webhooks.timeout, or deliveries are sent twice");
        }
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        meters.gauge("clausewatch.deliveries.under.way", room, EndpointRoom::taken);
        taker = Thread.ofPlatform().daemon().name("deliveries").start(this::takeAll);
        recording = Thread.ofPlatform().daemon().name("delivery-ledger").start(this::recordAll);
    }

    void look(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesQueued queued) {
        nudges.release();
    }

    /** Takes no more, lets what is under way end and be recorded, and gives the rest back. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        nudges.release();
        Instant end = clock.instant().plus(config.stopTimeout());
        join(taker, end);
        attempts.shutdown();
        try {
            boolean ended = attempts.awaitTermination(
                    Math.max(0, Duration.between(clock.instant(), end).toMillis()), TimeUnit.MILLISECONDS);
            if (!ended) {
                LOG.warnf("Attempts are still under way and will be made again underWay=%d", room.taken());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        drained = true;
        join(recording, clock.instant().plus(config.stopTimeout()));
    }

    private void takeAll() {
        Loop loop = watch.begin("deliveries", LONGEST_ROUND);
        try {
            while (!stopping) {
                if (loop.attempt(this::take).isEmpty()) {
                    rest(config.pollInterval());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop.end();
    }

    /** One round; how many were taken. */
    private int take() throws InterruptedException {
        if (room.free() < config.inFlight() / 4) {
            // A few milliseconds fill a batch; only endpoints that hang keep the room small for longer.
            rest(Duration.ofMillis(GATHER_MILLIS));
        }
        int free = room.free();
        if (free <= 0) {
            rest(config.pollInterval());
            return 0;
        }
        // Ours may differ from the database's clock, which decides when a lease ends; ours began before it.
        Instant lastStart = clock.instant().plus(config.lease()).minus(timeout);
        List<Claim> claims =
                queue.claim(config.lease(), free, config.inFlightPerSubscription(), room.exceptions(), inHand);
        if (claims.isEmpty()) {
            rest(config.pollInterval());
            return 0;
        }
        Map<String, Messages.Message> bodies =
                messages.find(claims.stream().map(Claim::messageId).toList());
        for (Claim claim : claims) {
            Messages.Message message = bodies.get(claim.messageId());
            if (message == null) {
                throw new IllegalStateException("A message is gone: " + claim.messageId());
            }
            room.enter(claim.subscriptionId());
            inHand.add(claim.deliveryId());
            attempts.execute(() -> attempt(claim, message.body(), lastStart));
        }
        return claims.size();
    }

    private void attempt(Claim claim, String body, Instant lastStart) {
        senders.acquireUninterruptibly();
        boolean sent = false;
        try {
            Instant now = clock.instant();
            if (stopping || !claim.subscribed() || !now.isBefore(lastStart)) {
                queue.release(claim);
                return;
            }
            WebhookResult result =
                    client.post(new WebhookRequest(claim.deliveryId(), claim.url(), body, now, claim.secrets()));
            count(result);
            sent = true;
            recorder.add(new Attempt(claim, now, result));
        } catch (RuntimeException | Error e) {
            // The edge of a thread of our own: the delivery is due again when its lease ends.
            LOG.errorf(e, "An attempt broke off deliveryId=%s", claim.deliveryId());
        } finally {
            senders.release();
            if (!sent) {
                leave(claim, false);
            }
        }
    }

    private void count(WebhookResult result) {
        String reason = result.outcome().reason();
        meters.timer("clausewatch.delivery.attempts", "outcome", reason == null ? "accepted" : reason)
                .record(result.took());
    }

    private void recordAll() {
        Loop loop = watch.begin("delivery-ledger", LONGEST_ROUND);
        try {
            while (!drained || !recorder.isEmpty()) {
                if (loop.attempt(this::recordSome).isEmpty()) {
                    Thread.sleep(RECORDER_WAIT);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop.end();
    }

    private boolean recordSome() throws InterruptedException {
        recorder.recordNext(RECORDER_WAIT, this::recorded);
        return true;
    }

    private void recorded(Attempt attempt) {
        leave(attempt.claim(), attempt.result().outcome().isSlow());
    }

    private void leave(Claim claim, boolean hangs) {
        inHand.remove(claim.deliveryId());
        room.leave(claim.subscriptionId(), hangs);
        nudges.release();
    }

    private void rest(Duration longest) {
        try {
            boolean unused = nudges.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
            nudges.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private void join(@Nullable Thread thread, Instant end) {
        if (thread == null) {
            return;
        }
        try {
            boolean unused = thread.join(Duration.between(clock.instant(), end));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
