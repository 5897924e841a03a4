package dev.clausewatch.alert.queue;

import dev.clausewatch.alert.destination.DestinationConfig;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.Sender;
import dev.clausewatch.alert.ledger.Attempt;
import dev.clausewatch.alert.ledger.AttemptRecorder;
import dev.clausewatch.alert.ledger.ClaimedDelivery;
import dev.clausewatch.alert.ledger.DeliveriesQueued;
import dev.clausewatch.alert.ledger.DeliveryConfig;
import dev.clausewatch.alert.ledger.DeliveryLeases;
import dev.clausewatch.alert.ledger.Lane;
import dev.clausewatch.alert.ledger.Messages;
import dev.clausewatch.runtime.health.Loop;
import dev.clausewatch.runtime.health.LoopWatch;
import dev.clausewatch.runtime.health.WakeableLoop;
import dev.clausewatch.runtime.time.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends due deliveries: one thread per lane claims them from the queue, each attempt runs on a virtual thread, and one more thread records
 * the outcomes. It is woken when a delivery is queued and polls the queue in between.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /** How many times the in-flight limit is claimed ahead in the main lane, so that senders do not wait for the database. */
    private static final int AHEAD = 2;

    /** How many due deliveries are looked at for a fair choice among subscriptions, for each free place. */
    private static final int CHOICE = 4;

    private static final Duration GATHER = Duration.ofMillis(5);
    private static final Duration RECORDER_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);

    private final DeliveryQueue queue;
    private final DeliveryLeases leases;
    private final Messages messages;
    private final AttemptRecorder recorder;
    private final DeliveryConfig config;
    private final Duration timeout;
    private final Clock clock;
    private final MeterRegistry meters;
    private final LoopWatch watch;
    private final ConcurrencyLimiter limiter;
    private final AttemptSender sender;
    private final WakeableLoop main;
    private final WakeableLoop slow;

    /**
     * Claimed but not recorded yet. They are excluded from claiming, since leases end while the database is away and they would be sent
     * again.
     */
    private final Map<String, ConcurrencyLimiter.Slot> inFlight = new ConcurrentHashMap<>();

    private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean drained;
    private @Nullable Thread recording;

    Dispatcher(
            DeliveryQueue queue,
            DeliveryLeases leases,
            Messages messages,
            AttemptRecorder recorder,
            Instance<Sender> senders,
            DeliveryConfig config,
            DestinationConfig webhooks,
            Clock clock,
            MeterRegistry meters,
            LoopWatch watch) {
        this.queue = queue;
        this.leases = leases;
        this.messages = messages;
        this.recorder = recorder;
        this.config = config;
        this.timeout = webhooks.timeout();
        this.clock = clock;
        this.meters = meters;
        this.watch = watch;
        this.limiter = new ConcurrencyLimiter(
                config.inFlight() * AHEAD,
                config.inFlightSlow(),
                config.inFlightPerSubscription(),
                config.inFlightPerHost());
        this.sender = new AttemptSender(leases, byKind(senders), recorder, limiter, config.inFlight(), clock, meters);
        this.main = taker("deliveries", Lane.MAIN);
        this.slow = taker("deliveries-slow", Lane.SLOW);
        if (config.lease().compareTo(timeout) <= 0) {
            throw new IllegalArgumentException("clausewatch.delivery.lease must be longer than"
                    + " clausewatch.webhooks.timeout, or deliveries are sent twice");
        }
        if (webhooks.connections() < config.inFlight() + config.inFlightSlow()) {
            throw new IllegalArgumentException("clausewatch.webhooks.connections must be at least"
                    + " clausewatch.delivery.in-flight and clausewatch.delivery.in-flight-slow together");
        }
    }

    private static Map<DestinationKind, Sender> byKind(Instance<Sender> senders) {
        return senders.stream().collect(Collectors.toMap(Sender::kind, Function.identity()));
    }

    private WakeableLoop taker(String name, Lane lane) {
        Duration pause = config.pollInterval();
        return new WakeableLoop(name, watch, LONGEST_ROUND, new Backoff(pause, pause), () -> take(lane));
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        meters.gauge("clausewatch.deliveries.under.way", limiter, ConcurrencyLimiter::taken);
        main.start();
        slow.start();
        recording = Thread.ofPlatform().daemon().name("delivery-ledger").start(this::recordAll);
    }

    void look(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesQueued queued) {
        main.wake();
        slow.wake();
    }

    /** Takes no more, lets what is under way end and be recorded, and gives the rest back. */
    void stop(@Observes ShutdownEvent event) {
        main.stop();
        slow.stop();
        sender.stop();
        Instant end = clock.instant().plus(config.stopTimeout());
        main.join(Duration.between(clock.instant(), end));
        slow.join(Duration.between(clock.instant(), end));
        attempts.shutdown();
        try {
            boolean ended = attempts.awaitTermination(
                    Math.max(0, Duration.between(clock.instant(), end).toMillis()), TimeUnit.MILLISECONDS);
            if (!ended) {
                LOG.warnf("Attempts are still in flight and will be made again inFlight=%d", limiter.taken());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        drained = true;
        join(recording, clock.instant().plus(config.stopTimeout()));
    }

    /** Starts what is due and has room; how long to rest. */
    private Duration take(Lane lane) throws InterruptedException {
        if (lane == Lane.MAIN) {
            sender.moveSlowAttempts(config.slowAfter());
            if (limiter.free(lane) < config.inFlight() / 4) {
                // A few milliseconds fill a batch.
                main.rest(GATHER);
            }
        }
        int free = limiter.free(lane);
        // This clock may differ from the database's, which decides when a lease ends; so the lease is counted from
        // before the claim.
        Instant lastStart = clock.instant().plus(config.lease()).minus(timeout);
        List<DueDelivery> due = free <= 0
                ? List.of()
                : queue.due(lane, limiter.full(lane), Set.copyOf(inFlight.keySet()), free * CHOICE);
        List<ConcurrencyLimiter.Slot> slots = limiter.enter(lane, due);
        if (slots.isEmpty()) {
            return idle();
        }
        start(slots, lastStart);
        return Duration.ZERO;
    }

    private void start(List<ConcurrencyLimiter.Slot> entered, Instant lastStart) {
        Set<ConcurrencyLimiter.Slot> unused = new HashSet<>(entered);
        try {
            Map<String, ClaimedDelivery> claims = claim(entered);
            Map<String, Messages.Message> bodies = messages.find(
                    claims.values().stream().map(ClaimedDelivery::messageId).toList());
            for (ConcurrencyLimiter.Slot slot : entered) {
                ClaimedDelivery claim = claims.get(slot.due().id());
                if (claim != null) {
                    Messages.Message message = bodies.get(claim.messageId());
                    if (message == null) {
                        throw new IllegalStateException("A message is gone: " + claim.messageId());
                    }
                    unused.remove(slot);
                    inFlight.put(claim.deliveryId(), slot);
                    attempts.execute(() -> attempt(claim, slot, message.body(), lastStart));
                }
            }
        } finally {
            // What another process took, or what could not be taken.
            unused.forEach(limiter::leave);
        }
    }

    private Map<String, ClaimedDelivery> claim(List<ConcurrencyLimiter.Slot> slots) {
        List<String> ids = slots.stream().map(slot -> slot.due().id()).toList();
        return leases.claim(ids, config.lease()).stream()
                .collect(Collectors.toMap(ClaimedDelivery::deliveryId, Function.identity()));
    }

    /** Short enough to move slow attempts to the slow lane in time. */
    private Duration idle() {
        Duration soon = config.slowAfter().dividedBy(10);
        return sender.isIdle() || config.pollInterval().compareTo(soon) < 0 ? config.pollInterval() : soon;
    }

    private void attempt(ClaimedDelivery claim, ConcurrencyLimiter.Slot slot, String body, Instant lastStart) {
        boolean sent = false;
        try {
            sent = sender.send(claim, slot, body, lastStart);
        } finally {
            if (!sent) {
                leave(claim);
            }
        }
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
        leave(attempt.claim());
    }

    private void leave(ClaimedDelivery claim) {
        ConcurrencyLimiter.Slot slot = inFlight.remove(claim.deliveryId());
        if (slot != null) {
            limiter.leave(slot);
            main.wake();
            if (limiter.isIn(Lane.SLOW, slot)) {
                slow.wake();
            }
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
