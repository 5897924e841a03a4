package dev.clausewatch.alert.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.testing.ScratchDatabase;
import dev.clausewatch.testing.WithPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Filters of the release before, which knows five of their fields, and what it writes while both run. */
@WithPostgres
class FilterMigrationTest {

    private static final String INSERT = """
            insert into subscription (id, name, url, platforms, terms_types, documents, areas, min_severity, active, secret, created_at)
            values ('%s', 'Test', 'https://example.com', '{Nimbus Chat}', '{}', '{nimbus-chat/terms}', '{copyright}', %s, true, 's', now())""";

    @Test
    void aFilterKeepsWhatItAskedFor() throws SQLException {
        try (ScratchDatabase database = new ScratchDatabase()) {
            database.migrate("6");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(INSERT.formatted("old", "'HIGH'"));
                database.migrate("7");
                assertEquals("Nimbus Chat|[]|nimbus-chat/terms|copyright|HIGH", asked(statement, "old"));

                statement.execute(INSERT.formatted("beside", "null"));
                assertEquals("Nimbus Chat|[]|nimbus-chat/terms|copyright|", asked(statement, "beside"));

                statement.execute(
                        "update subscription set criteria = criteria || '{\"directions\": [\"WORSE\"]}' where id = 'old'");
                statement.execute(
                        "update subscription set platforms = '{Orbitra}', min_severity = null where id = 'old'");
                assertEquals("Orbitra|[]|nimbus-chat/terms|copyright|", asked(statement, "old"));
                assertEquals("[\"WORSE\"]", one(statement, "criteria ->> 'directions'", "old"));
            }
        }
    }

    private static String asked(Statement statement, String id) throws SQLException {
        return one(
                statement,
                "concat_ws('|', criteria -> 'platforms' ->> 0, criteria ->> 'termsTypes', criteria -> 'documents' ->> 0,"
                        + " criteria -> 'areas' ->> 0, coalesce(criteria ->> 'minSeverity', ''))",
                id);
    }

    private static String one(Statement statement, String expression, String id) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select " + expression + " from subscription where id = '" + id + "'")) {
            row.next();
            return row.getString(1);
        }
    }
}
