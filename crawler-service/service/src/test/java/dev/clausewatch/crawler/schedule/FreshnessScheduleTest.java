package dev.clausewatch.crawler.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The documents of this test are claimed, so that the running schedule leaves them alone. */
@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class FreshnessScheduleTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Inject
    CaptureStateRepository states;

    @Inject
    Database database;

    @BeforeEach
    @AfterEach
    void clear() {
        database.sql("delete from capture_state where document_id like 'fresh-%'")
                .update();
        database.sql("delete from document where id like 'fresh-%'").update();
        database.sql("delete from host where name like 'fresh-%'").update();
        // The other tests' documents would be counted as well.
        database.sql("update document set retired_at = now() where retired_at is null")
                .update();
    }

    @Test
    void tellsWhatIsWatchedWhatIsDegradedAndWhatWaitsForItsCapture() {
        document("fresh-due", "fresh-host", "now() - interval '1 hour'");
        document("fresh-later", "fresh-other", "now() + interval '1 hour'");
        document("fresh-retired", "fresh-other", "now() - interval '9 days'");
        database.sql("update document set retired_at = now() where id = 'fresh-retired'")
                .update();
        database.sql("update capture_state set degraded = true where document_id = 'fresh-later'")
                .update();

        new FreshnessSchedule(database, meters).measure();

        assertEquals(2, value("clausewatch.documents.watched"));
        assertEquals(1, value("clausewatch.documents.degraded"));
        double overdue = value("clausewatch.documents.longest.overdue.seconds");
        assertTrue(overdue >= 3600 && overdue < 4200, "The longest due one waits for " + overdue + " s");
    }

    @Test
    void aDocumentWhoseHostAskedToBeLeftAloneIsNotOverdue() {
        document("fresh-due", "fresh-host", "now() - interval '1 hour'");
        database.sql("insert into host (name, next_allowed_at) values ('fresh-host', now() + interval '1 day')")
                .update();
        new FreshnessSchedule(database, meters).measure();
        assertEquals(0, value("clausewatch.documents.longest.overdue.seconds"));
    }

    @Test
    void nothingIsOverdueWhereNothingIsWatched() {
        new FreshnessSchedule(database, meters).measure();
        assertEquals(0, value("clausewatch.documents.watched"));
        assertEquals(0, value("clausewatch.documents.longest.overdue.seconds"));
    }

    private double value(String name) {
        return meters.get(name).gauge().value();
    }

    private void document(String id, String host, String due) {
        database.sql("""
                insert into document (id, declaration, origin, definition, host, registered_at)
                values (:id, :id, 'HTTP', '{}', :host, now())""").bind("id", id).bind("host", host).update();
        states.start(id, Instant.parse("2090-01-01T00:00:00Z"));
        database.sql("update capture_state set claimed_by = 'test', claimed_until = '2090-01-01', next_attempt_at = "
                        + due + " where document_id = :id")
                .bind("id", id)
                .update();
    }
}
