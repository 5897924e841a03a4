package dev.clausewatch.runtime.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.runtime.health.LoopWatch;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@WithKafka
@WithPostgres
@Timeout(60)
class GracefulStopTest {

    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final InFlightPolls polls = new InFlightPolls(new LoopWatch(System::nanoTime));

    @Inject
    KafkaClientService clients;

    @Test
    void waitsForThePollInHandAndLetsNoOtherBegin() throws Exception {
        CompletableFuture<Boolean> poll = beginPoll();
        GracefulStop stop = new GracefulStop(clients, polls, new QuickMessaging());
        Thread stopping = Thread.ofPlatform().start(() -> {
            stop.stop(new ShutdownEvent());
            steps.add("stopped");
        });
        await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        assertEquals(List.of(), steps);
        end.countDown();
        stopping.join();
        assertTrue(poll.get(30, TimeUnit.SECONDS));
        assertEquals(List.of("poll ended", "stopped"), steps);
        assertFalse(polls.work(() -> steps.add("another poll")));
        assertEquals(List.of("poll ended", "stopped"), steps);
    }

    @Test
    void aPollThatDoesNotEndInTimeDoesNotHoldUpTheStop() throws Exception {
        CompletableFuture<Boolean> poll = beginPoll();
        assertFalse(polls.drain(Duration.ofMillis(10)));
        end.countDown();
        assertTrue(poll.get(30, TimeUnit.SECONDS));
    }

    @Test
    void severalPollsAreInHandAtOnceAndAllAreWaitedFor() throws Exception {
        CompletableFuture<Boolean> first = beginPoll();
        assertTrue(polls.work(() -> steps.add("second poll")));
        assertFalse(polls.drain(Duration.ofMillis(10)));
        end.countDown();
        assertTrue(first.get(30, TimeUnit.SECONDS));
        assertTrue(polls.drain(Duration.ofSeconds(30)));
        assertEquals(List.of("second poll", "poll ended"), steps);
    }

    @Test
    void aPollThatFailsIsNoLongerInHand() throws Exception {
        CompletableFuture<Boolean> failing = CompletableFuture.supplyAsync(() -> polls.work(() -> {
            throw new IllegalStateException("the service stops");
        }));
        assertEquals(
                "failed",
                failing.handle((done, failure) -> failure == null ? "done" : "failed")
                        .get());
        assertTrue(polls.drain(Duration.ofSeconds(30)));
    }

    /** A poll that is in hand until the end is counted down. */
    private CompletableFuture<Boolean> beginPoll() throws InterruptedException {
        CompletableFuture<Boolean> poll = CompletableFuture.supplyAsync(() -> polls.work(() -> {
            begun.countDown();
            awaitEnd();
            steps.add("poll ended");
        }));
        begun.await();
        return poll;
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
