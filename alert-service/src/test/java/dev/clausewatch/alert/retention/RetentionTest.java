package dev.clausewatch.alert.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class RetentionTest {

    private static final Instant OLD = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATELY = Instant.parse("2026-01-01T00:00:00Z");

    @Inject
    RetentionSchedule schedule;

    @Inject
    Database database;

    private String subscription;

    @BeforeEach
    void subscribe() {
        subscription = "subscription-" + UUID.randomUUID();
        run("""
                insert into subscription (id, name, url, platforms, terms_types, documents, areas, active, secret, created_at)
                values (:id, 'Test', 'https://legal.example/hook', '{Nobody}', '{}', '{}', '{}', false, 'whsec_MDEy', now())""", Map.of("id", subscription));
    }

    @AfterEach
    void empty() {
        run("delete from delivery where subscription_id = :id", Map.of("id", subscription));
    }

    @Test
    void anOldDeliveryGoesWithItsAttemptsAndItsMessage() {
        delivery("old", "DELIVERED", null, OLD);
        delivery("lately", "EXHAUSTED", null, LATELY);
        run(
                "insert into delivery_attempt (delivery_id, attempt, attempted_at, duration_ms) values (:id, 1, :at, 5)",
                Map.of("id", id("old"), "at", OLD));

        schedule.prune();

        assertEquals(Set.of("lately"), deliveries());
        assertEquals(Set.of("lately"), messages());
        assertEquals(
                List.of(),
                database.sql("select delivery_id from delivery_attempt where delivery_id = :id")
                        .bind("id", id("old"))
                        .list(String.class));
    }

    @Test
    void whatIsStillToBeSentStaysHoweverOld() {
        delivery("held", "PENDING", null, null);
        delivery("retrying", "RETRYING", null, null);

        schedule.prune();

        assertEquals(Set.of("held", "retrying"), deliveries());
        assertEquals(Set.of("held", "retrying"), messages());
    }

    @Test
    void anAlertStaysAsLongAsWhatFollowedIt() {
        delivery("alert", "DELIVERED", "a", OLD);
        delivery("retraction", "PENDING", "a", null);
        delivery("other-alert", "DELIVERED", "b", OLD);
        delivery("other-retraction", "DELIVERED", "b", LATELY);
        delivery("third-alert", "DELIVERED", "c", OLD);
        delivery("third-retraction", "DELIVERED", "c", OLD);

        schedule.prune();

        assertEquals(Set.of("alert", "retraction", "other-alert", "other-retraction"), deliveries());
    }

    @Test
    void moreThanOneBatchGoes() {
        for (int i = 0; i < 1100; i++) {
            delivery("old-" + i, "DELIVERED", null, OLD);
        }

        schedule.prune();

        assertEquals(Set.of(), deliveries());
        assertEquals(Set.of(), messages());
    }

    @Test
    void marksOfHandledEventsGoUnlessTheChangeWaits() {
        handled("told", "TOLD", OLD);
        handled("dropped", "DROPPED", OLD);
        handled("waiting", "WAITING", OLD);
        handled("lately", "TOLD", LATELY);
        run(
                "insert into handled_source_event (event_id, handled_at) values (:id, :at)",
                Map.of("id", id("old"), "at", OLD));
        run(
                "insert into handled_source_event (event_id, handled_at) values (:id, :at)",
                Map.of("id", id("lately"), "at", LATELY));

        schedule.prune();

        assertEquals(Set.of("waiting", "lately"), names("select change_id as name from handled_change"));
        assertEquals(Set.of("lately"), names("select event_id as name from handled_source_event"));
    }

    private void delivery(String name, String state, @Nullable String change, @Nullable Instant finished) {
        run(
                "insert into message (id, body, created_at) values (:id, '{}', :at)",
                Map.of("id", id(name), "at", finished == null ? OLD : finished));
        database.sql("""
                insert into delivery (id, subscription_id, message_id, change_id, purpose, state, created_at, finished_at)
                values (:id, :subscription, :id, :change, 'TEST', :state, :created, :finished)""")
                .bind("id", id(name))
                .bind("subscription", subscription)
                .bind("change", change == null ? null : id(change))
                .bind("state", state)
                .bind("created", OLD)
                .bind("finished", finished)
                .update();
    }

    private void handled(String name, String state, Instant at) {
        run(
                "insert into handled_change (change_id, state, handled_at) values (:id, :state, :at)",
                Map.of("id", id(name), "state", state, "at", at));
    }

    private Set<String> deliveries() {
        return names("select id as name from delivery");
    }

    private Set<String> messages() {
        return names("select id as name from message");
    }

    /** Those of this test, without what makes them different from others'. */
    private Set<String> names(String sql) {
        return new TreeSet<>(database.sql(sql).list(String.class).stream()
                .filter(name -> name.startsWith(subscription))
                .map(name -> name.substring(subscription.length() + 1))
                .toList());
    }

    private String id(String name) {
        return subscription + " " + name;
    }

    private void run(String sql, Map<String, ?> parameters) {
        database.sql(sql).bind(parameters).update();
    }
}
