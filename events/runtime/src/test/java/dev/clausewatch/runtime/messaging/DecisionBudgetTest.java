package dev.clausewatch.runtime.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.runtime.database.DatabaseException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DecisionBudgetTest {

    private static final Pattern RECURSIVE = Pattern.compile("(a|b)*");

    private final AtomicInteger progress = new AtomicInteger();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DecisionBudget budget = new DecisionBudget(Duration.ofSeconds(1), progress::incrementAndGet, meters);

    @Test
    void anAnswerWithinTheBudgetIsTheAnswer() {
        assertEquals("fine", budget.decide("event", () -> "fine", reason -> reason));
        assertEquals(1, progress.get());
        assertEquals(0, coarse());
    }

    @Test
    void computingWithoutEndGetsTheCoarserAnswerAndIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        assertEquals("it took longer than 1 s", budget.decide("event", () -> spin(interrupted), reason -> reason));
        assertTrue(interrupted.await(30, TimeUnit.SECONDS));
        assertEquals(1, coarse());
    }

    @Test
    void waitingIsNotComputing() throws InterruptedException {
        // Twice the budget on the clock, and next to nothing of the processor's time.
        CountDownLatch never = new CountDownLatch(1);
        assertEquals(false, budget.decide("event", () -> await(never), reason -> true));
    }

    @Test
    void computingThatOverflowsTheStackGetsTheCoarserAnswer() {
        assertEquals(
                "computing it failed with StackOverflowError",
                budget.decide(
                        "event",
                        () -> "matches "
                                + RECURSIVE.matcher("ab".repeat(1_000_000)).matches(),
                        reason -> reason));
    }

    @Test
    void aDefectGetsTheCoarserAnswer() {
        assertEquals(
                "computing it failed with IllegalStateException",
                budget.decide(
                        "event",
                        () -> {
                            throw new IllegalStateException("a defect");
                        },
                        reason -> reason));
    }

    @Test
    void aFaultOfTheWorldIsThrownOn() {
        DatabaseException away = new DatabaseException(new SQLException("away", "08006"));
        assertEquals(
                away,
                assertThrows(
                        DatabaseException.class,
                        () -> budget.decide(
                                "event",
                                () -> {
                                    throw away;
                                },
                                reason -> reason)));
        assertEquals(0, coarse());
    }

    @Test
    void memoryThatRunsOutIsThrownOn() {
        assertThrows(
                OutOfMemoryError.class,
                () -> budget.decide(
                        "event",
                        () -> {
                            throw new OutOfMemoryError("tried");
                        },
                        reason -> reason));
    }

    private double coarse() {
        return meters.counter("clausewatch.decisions.coarse").count();
    }

    private static String spin(CountDownLatch interrupted) {
        long turns = 0;
        while (!Thread.currentThread().isInterrupted()) {
            turns++;
        }
        interrupted.countDown();
        return "after " + turns;
    }

    private static boolean await(CountDownLatch never) {
        try {
            return never.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
