package dev.clausewatch.runtime.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.NewerSchema;
import dev.clausewatch.runtime.health.LoopWatch;
import dev.clausewatch.testing.NewerRelease;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@WithKafka
@WithPostgres
@Timeout(60)
class RetryUntilAvailableTest {

    private static final String REFUSED_BY_THE_NEWER = "insert into handled_event values ('retry', 'retry')";

    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final LoopWatch watch = new LoopWatch(nanos::get);
    private final InFlightPolls polls = new InFlightPolls(watch);

    @Inject
    DataSource dataSource;

    @Inject
    Database database;

    @Inject
    NewerSchema schema;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void givesWhatTheWorkGives() {
        assertEquals("done", retry().run("working", () -> "done"));
    }

    @Test
    void repeatsTheWorkWhileTheDatabaseRefusesConnections() {
        TestDatabase server = new TestDatabase(url);
        server.goAway();
        try {
            assertEquals(1, retry().run("asking", () -> {
                if (attempts.incrementAndGet() == 3) {
                    server.comeBack();
                }
                return ask("select 1");
            }));
        } finally {
            server.comeBack();
        }
        assertTrue(attempts.get() >= 3);
    }

    @Test
    void repeatsTheWorkWhileTheBrokerIsAway() {
        assertEquals(3, retry().run("publishing", () -> {
            if (attempts.incrementAndGet() < 3) {
                throw new BrokerUnavailableException("away", new TimeoutException());
            }
            return attempts.get();
        }));
    }

    @Test
    void doesNotRepeatWhatFailsForGood() {
        IllegalStateException defect = new IllegalStateException("a defect");
        assertSame(
                defect,
                assertThrows(
                        IllegalStateException.class,
                        () -> retry().run("failing", () -> {
                            attempts.incrementAndGet();
                            throw defect;
                        })));
        assertEquals(1, attempts.get());
    }

    @Test
    void doesNotRepeatWhatTheDatabaseRefusesForGood() {
        RuntimeException refused = assertThrows(
                RuntimeException.class,
                () -> retry().run("storing", () -> {
                    attempts.incrementAndGet();
                    return ask("insert into handled_event values ('empty', '') returning 1");
                }));
        assertEquals("23514", state(refused));
        assertEquals(1, attempts.get());
    }

    @Test
    void repeatsWhatANewerSchemaRefusesUntilItIsTaken() {
        try (NewerRelease newer = new NewerRelease(
                "alter table handled_event drop constraint if exists newer; delete from handled_event where event_id = 'retry'")) {
            newer.run("alter table handled_event add constraint newer check (event_key = 'newer') not valid");
            assertEquals(1, retry().run("storing", () -> {
                if (attempts.incrementAndGet() == 3) {
                    assertTrue(schema.isWaitedFor());
                    newer.run("alter table handled_event drop constraint newer");
                }
                return ask(REFUSED_BY_THE_NEWER + " returning 1");
            }));
        }
        assertFalse(schema.isWaitedFor());
        assertEquals(3, attempts.get());
    }

    @Test
    void aStopEndsTheWaitAndTheWorkIsNotTriedAgain() {
        RetryUntilAvailable retry = retry();
        BrokerUnavailableException away = new BrokerUnavailableException("away", new TimeoutException());
        RetryUntilAvailable.StoppingException stopping = assertThrows(
                RetryUntilAvailable.StoppingException.class,
                () -> retry.run("publishing", () -> {
                    attempts.incrementAndGet();
                    retry.stop(new ShutdownEvent());
                    throw away;
                }));
        assertSame(away, stopping.getCause());
        assertEquals(1, attempts.get());
    }

    @Test
    void anInterruptEndsTheWaitAndTheThreadStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(
                RetryUntilAvailable.StoppingException.class,
                () -> retry().run("publishing", () -> {
                    throw new BrokerUnavailableException("away", new TimeoutException());
                }));
        assertTrue(Thread.interrupted());
    }

    @Test
    void beforeAnEventIsGivenUpTheDatabaseMustAnswer() {
        retry().awaitDatabase(new IllegalStateException("a defect"));
    }

    @Test
    void whatFailsWhileTheServiceStopsSaysNothingAboutTheEvent() {
        RetryUntilAvailable retry = retry();
        retry.stop(new ShutdownEvent());
        assertThrows(
                RetryUntilAvailable.StoppingException.class,
                () -> retry.awaitDatabase(new IllegalStateException("the container is closed")));
    }

    @Test
    void aPollWhoseAttemptsTakeLongTogetherDoesNotFailLiveness() {
        assertTrue(polls.work(() -> retry().run("publishing", () -> {
            nanos.addAndGet(Duration.ofMinutes(9).toNanos());
            assertEquals(Map.of(), watch.stopped());
            if (attempts.incrementAndGet() < 4) {
                throw new BrokerUnavailableException("away", new TimeoutException());
            }
            return "published";
        })));
        assertEquals(4, attempts.get());
    }

    private RetryUntilAvailable retry() {
        return new RetryUntilAvailable(new QuickMessaging(), database, polls, schema);
    }

    private int ask(String query) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String state(RuntimeException failure) {
        return failure.getCause() instanceof SQLException sql ? sql.getSQLState() : String.valueOf(failure);
    }
}
