package dev.clausewatch.classifier.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** A database of the first release keeps its answers when it moves to this one. */
class MigrationTest {

    private static final String SCHEMA = "of_the_first_release";

    @Test
    void answersOfTheFirstReleaseAreFoundByDocumentAndVersion() throws SQLException {
        flyway().target("1").load().migrate();
        ChangeClassified answer = CanonicalEvents.changeClassified();
        try (Connection connection = connection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into classification (id, change_id, correction, cause, ruleset_version, event_id, event_time, data)"
                                + " values ('c', 'change', 0, 'CHANGE', '1', 'e', now(), ?)")) {
            insert.setBytes(1, EventCodec.write(answer));
            insert.executeUpdate();
        }

        flyway().load().migrate();

        try (Connection connection = connection();
                PreparedStatement select = connection.prepareStatement("select * from classification");
                ResultSet row = select.executeQuery()) {
            assertTrue(row.next());
            assertEquals(answer.document().id(), row.getString("document_id"));
            assertEquals(answer.change().to().sequence(), row.getLong("sequence"));
            assertTrue(row.getBoolean("present"));
            assertFalse(row.getBoolean("summary_due"));
            assertFalse(row.next());
        }
    }

    private static FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(EmbeddedDatabase.jdbcUrl(), "postgres", "postgres")
                .schemas(SCHEMA)
                .locations("classpath:db/migration");
    }

    private static Connection connection() throws SQLException {
        Connection connection = DriverManager.getConnection(EmbeddedDatabase.jdbcUrl(), "postgres", "postgres");
        connection.setSchema(SCHEMA);
        return connection;
    }
}
