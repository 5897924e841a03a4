package dev.clausewatch.crawler.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.testing.ScratchDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** V9 moves how captures stand from {@code document} to a table of its own. */
class CaptureStateMigrationTest {

    private static final String DECLARED =
            "select row(id, declaration, origin, definition, host, registered_at, retired_at, history) from document order by id";
    private static final String HEALTH = """
            select row(%s, requested_at, claimed_at, consecutive_failures, failing_since, degraded, failure_reason, failure_detail,
                last_verified_at, read_definition, read_extractor, validators) from %s order by 1""";
    private static final String TURN = "select row(%s, next_attempt_at, claimed_by, claimed_until) from %s order by 1";

    @Test
    void keepsWhatIsKnownOfEveryDocument() throws SQLException {
        try (ScratchDatabase database = new ScratchDatabase()) {
            database.migrate("8");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                insertDocuments(statement);
                List<String> declared = rows(statement, DECLARED);
                List<String> health = rows(statement, HEALTH.formatted("id", "document"));
                List<String> watched = rows(statement, TURN.formatted("id", "document where retired_at is null"));
                assertEquals(List.of(4, 4, 2), List.of(declared.size(), health.size(), watched.size()));

                database.migrate("9");

                assertEquals(declared, rows(statement, DECLARED));
                assertEquals(health, rows(statement, HEALTH.formatted("document_id", "capture_state")));
                List<String> turns = new ArrayList<>(List.of("(archived,,,)"));
                turns.addAll(watched);
                turns.add("(retired,,,)");
                assertEquals(turns, rows(statement, TURN.formatted("document_id", "capture_state")));
            }
        }
    }

    private static void insertDocuments(Statement statement) throws SQLException {
        statement.execute("""
                insert into document (id, declaration, origin, definition, host, registered_at, next_attempt_at)
                values ('pending', 'p', 'FOLDER', '{"a": 1}', 'p.example', '2026-01-01Z', '2026-01-02Z')""");
        statement.execute("""
                insert into document values ('failing', 'f', 'HTTP', '{"a": 2}', 'f.example', '2026-01-01Z', null,
                    '2026-01-03Z', '2026-01-04Z', 'token', '2026-01-05Z', '2026-01-06Z', 4, '2026-01-07Z', true, 'reason',
                    'detail', '2026-01-08Z', 'definition', 'extractor', '[{"url": "https://f.example/"}]', '[{"b": 1}]')""");
        statement.execute("""
                insert into document select 'retired', 'r', origin, definition, host, registered_at, '2026-01-09Z',
                    next_attempt_at, requested_at, claimed_by, claimed_at, claimed_until, consecutive_failures, failing_since,
                    degraded, failure_reason, failure_detail, last_verified_at, read_definition, read_extractor, validators,
                    history from document where id = 'failing'""");
        statement.execute("""
                insert into document (id, declaration, origin, definition, host, registered_at, retired_at, next_attempt_at)
                values ('archived', 'a', 'IMPORT', '{}', 'a.example', '2026-01-01Z', '2026-01-01Z', '2026-01-01Z')""");
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
