package dev.clausewatch.alert.subscription;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class SubscriptionChangesTest {

    @Inject
    SubscriptionChanges changes;

    @Inject
    DataSource database;

    @Test
    void whatALongTransactionWroteIsNotMissed() throws SQLException {
        String slow = id();
        String quick = id();
        SubscriptionChanges.Since before = changes.since(SubscriptionChanges.ALL);
        SubscriptionChanges.Since between;
        try (Connection first = database.getConnection();
                Connection second = database.getConnection()) {
            first.setAutoCommit(false);
            insert(first, slow);
            insert(second, quick);
            between = changes.since(before.readUpTo());
            first.commit();
        }
        assertTrue(ids(between).contains(quick));
        assertFalse(ids(between).contains(slow));
        assertTrue(ids(changes.since(between.readUpTo())).contains(slow));
    }

    @Test
    void whatNobodyWroteAgainIsNotReadAgain() throws SQLException {
        String id = id();
        try (Connection connection = database.getConnection()) {
            insert(connection, id);
        }
        SubscriptionChanges.Since since = changes.since(SubscriptionChanges.ALL);
        assertTrue(ids(since).contains(id));
        assertFalse(ids(changes.since(since.readUpTo())).contains(id));
        try (Connection connection = database.getConnection()) {
            execute(connection, "update subscription set active = false where id = ?", id);
        }
        SubscriptionChanges.Written paused = changes.since(since.readUpTo()).written().stream()
                .filter(written -> written.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertFalse(paused.active());
    }

    @Test
    void aFilterOfAnotherReleaseLetsEverythingThrough() {
        assertFalse(StoredFilter.read("{\"directions\": [\"SIDEWAYS\"], \"platforms\": [\"A\"]}")
                .asksForProvisions());
    }

    private static List<String> ids(SubscriptionChanges.Since since) {
        return since.written().stream().map(SubscriptionChanges.Written::id).toList();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** As the release before writes it. */
    private static void insert(Connection connection, String id) throws SQLException {
        execute(connection, """
                insert into subscription (id, name, url, platforms, terms_types, documents, areas, active, secret, created_at)
                values (?, 'Test', 'https://example.com', '{Nobody here}', '{}', '{}', '{}', true, 'whsec_x', now())""", id);
    }

    private static void execute(Connection connection, String sql, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }
}
