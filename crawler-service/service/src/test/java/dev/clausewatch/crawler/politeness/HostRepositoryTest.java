package dev.clausewatch.crawler.politeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class HostRepositoryTest {

    private static final String HOST = "refusing.example";
    private static final URI PAGE = URI.create("https://" + HOST + "/terms");

    @Inject
    HostRepository hosts;

    @Inject
    Database database;

    @AfterEach
    void clear() {
        database.sql("delete from host where name = :host").bind("host", HOST).update();
    }

    @Test
    void leavesAHostAloneForEverybodyAsLongAsItAsks() {
        assertTrue(hosts.takeNow(HOST, "me"));
        hosts.refused(HOST, answer(429, Duration.ofHours(2)), 0);
        hosts.release(HOST, "me", Duration.ofSeconds(1));
        assertFalse(hosts.takeNow(HOST, "other"));
        assertEquals(120, minutesLeft());
        pass(Duration.ofHours(2));
        assertTrue(hosts.takeNow(HOST, "other"));
    }

    @Test
    void countsTheRefusalsOfOneWaitOnce() {
        hosts.refused(HOST, answer(503, Duration.ofMinutes(1)), 0);
        hosts.refused(HOST, answer(503, Duration.ofMinutes(1)), 0);
        assertEquals(1, refusals());
        pass(Duration.ofMinutes(2));
        hosts.refused(HOST, answer(503, Duration.ofMinutes(1)), 0);
        assertEquals(2, refusals());
    }

    @Test
    void forgivesAfterHalfAnHourWithoutARefusal() {
        hosts.refused(HOST, answer(503, Duration.ofMinutes(1)), 0);
        pass(Duration.ofMinutes(30));
        hosts.refused(HOST, answer(503, Duration.ofMinutes(1)), 0);
        assertEquals(2, refusals());
        pass(Duration.ofMinutes(32));
        hosts.refused(HOST, answer(503, Duration.ofMinutes(1)), 0);
        assertEquals(1, refusals());
    }

    @Test
    void comesBackToAHostThatCannotBeReachedWithinAnHour() {
        Failed unreachable = new Failed(FailureReason.UNREACHABLE, "No answer.", PAGE);
        for (int i = 0; i < 30; i++) {
            hosts.refused(HOST, unreachable, 0);
            database.sql("update host set refused_until = now() where name = :host")
                    .bind("host", HOST)
                    .update();
        }
        assertEquals(60, minutesLeft());
    }

    private static Failed answer(int status, @Nullable Duration retryAfter) {
        return new Failed(FailureReason.HTTP_STATUS, "The server answered.", PAGE, status, retryAfter);
    }

    /** As if so much time had gone by. */
    private void pass(Duration time) {
        database.sql("""
                update host set refused_until = refused_until - :time * interval '1 millisecond',
                    next_allowed_at = next_allowed_at - :time * interval '1 millisecond' where name = :host""").bind("time", time.toMillis()).bind("host", HOST).update();
    }

    private int refusals() {
        return number("refusals");
    }

    private int minutesLeft() {
        return number("round(extract(epoch from next_allowed_at - now()) / 60)::integer");
    }

    private int number(String expression) {
        return database.sql("select " + expression + " as found from host where name = :host")
                .bind("host", HOST)
                .first(Integer.class)
                .orElseThrow();
    }
}
