package dev.clausewatch.alert.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class LostSubscriptionTest {

    @Inject
    DeliveryRepository deliveries;

    @Inject
    Database database;

    /** Else one subscription that a failover lost would make every change that alerts it a dead letter. */
    @Test
    void aSubscriptionThatIsNotThereKeepsNoOtherFromItsDelivery() {
        String there = UUID.randomUUID().toString();
        String message = UUID.randomUUID().toString();
        database.sql("""
                        insert into subscription (id, name, url, platforms, terms_types, documents, areas, active, secret, created_at)
                        values (:id, 'Test', 'https://example.com', '{}', '{}', '{}', '{}', false, 'whsec_x', now())""").bind("id", there).update();
        database.sql("insert into message (id, body, created_at) values (:id, '{}', now())")
                .bind("id", message)
                .update();
        deliveries.queue(
                List.of(delivery(message, UUID.randomUUID().toString()), delivery(message, there)), Instant.now());
        assertEquals(
                List.of(there),
                database.sql("select subscription_id from delivery where message_id = :message")
                        .bind("message", message)
                        .list(String.class));
        database.sql("delete from delivery where message_id = :message")
                .bind("message", message)
                .update();
        database.sql("delete from subscription where id = :id")
                .bind("id", there)
                .update();
    }

    private static NewDelivery delivery(String message, String subscription) {
        return new NewDelivery(
                UUID.randomUUID().toString(),
                subscription,
                message,
                null,
                MessagePurpose.SOURCE_HEALTH,
                Duration.ofDays(1));
    }
}
