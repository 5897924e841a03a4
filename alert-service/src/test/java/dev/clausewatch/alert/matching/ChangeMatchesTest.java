package dev.clausewatch.alert.matching;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.alert.subscription.SubscriptionChanges;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.messaging.DecisionBudget;
import dev.clausewatch.runtime.messaging.OutdatedDecisionException;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.ChangeEvents;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class ChangeMatchesTest {

    @Inject
    SubscriptionChanges changes;

    @Inject
    DecisionBudget budget;

    @Inject
    Database database;

    private final ChangeClassified change =
            ChangeEvents.classified(CanonicalEvents.changeDetected()).build();
    private final String id = UUID.randomUUID().toString();
    private Subscribers subscribers;
    private ChangeMatches matches;

    @BeforeEach
    void subscribe() {
        subscribers = new Subscribers(changes, budget);
        matches = new ChangeMatches(subscribers);
        database.sql("""
                        insert into subscription (id, name, url, platforms, terms_types, documents, areas, active, secret, created_at)
                        values (:id, 'Test', 'https://example.com', '{}', '{}', '{}', '{}', true, 'whsec_x', now())""").bind("id", id).update();
    }

    @AfterEach
    void end() {
        database.sql("delete from subscription where id = :id").bind("id", id).update();
    }

    @Test
    void aChangeThatWasNotMatchedIsMatchedWhenTheDecisionIsMadeAgain() {
        matches.match(List.of());
        assertFalse(alerted());
        assertThrows(OutdatedDecisionException.class, matches::requireAll);
        matches.match(List.of());
        assertTrue(alerted());
        assertDoesNotThrow(matches::requireAll);
    }

    @Test
    void oneThatWasPausedOrDeletedMeanwhileIsNotTold() {
        matches.match(List.of(change));
        assertTrue(alerted());
        database.sql("update subscription set active = false where id = :id")
                .bind("id", id)
                .update();
        assertFalse(alerted());
    }

    /** The server that takes over for a broken one may lack its newest transactions, and numbers its own from there. */
    @Test
    void afterAServerThatWasAheadAllIsReadAgain() {
        ChangeMatches after = new ChangeMatches(new Subscribers(changes, budget, "9223372036854775807"));
        after.match(List.of(change));
        assertTrue(after.alertedBy(change).stream()
                .anyMatch(subscriber -> subscriber.id().equals(id)));
    }

    private boolean alerted() {
        return matches.alertedBy(change).stream()
                .anyMatch(subscriber -> subscriber.id().equals(id));
    }
}
