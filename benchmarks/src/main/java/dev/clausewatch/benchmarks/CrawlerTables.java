package dev.clausewatch.benchmarks;

import dev.clausewatch.local.ExternalServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The crawler's tables, from which the bench reads what happened and in which it says what is due. One connection; one thread. */
final class CrawlerTables implements AutoCloseable {

    private final Connection connection;

    CrawlerTables(ExternalServers.Login login) throws SQLException {
        connection = DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    /** Keeps the crawler from asking a host, as if it had sent us away, or lets it. */
    void hold(String host, boolean hold) throws SQLException {
        run("insert into host (name, next_allowed_at) values (?, now()) on conflict do nothing", host);
        run("update host set next_allowed_at = now()" + (hold ? " + interval '1 day'" : "") + " where name = ?", host);
    }

    /**
     * Makes documents due.
     *
     * @param validators whether the crawler keeps what it needs to ask whether a page changed
     */
    void makeDue(Set<String> documents, boolean validators) throws SQLException {
        if (!validators) {
            run("""
                    update capture_state set validators = (
                        select jsonb_agg(jsonb_set(page, '{validators}', '{}')) from jsonb_array_elements(validators) page)
                    where validators <> '[]'""");
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "update capture_state set next_attempt_at = now() where document_id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("text", documents.toArray()));
            statement.executeUpdate();
        }
    }

    /** The newest event. */
    long position() throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select coalesce(max(position), 0) from event_log");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How many documents have an outcome that was published since a position. */
    long ended(long since) throws SQLException {
        String query = """
                select count(distinct event_key) from event_log where position > ? and published_at is not null
                    and event_type in ('SNAPSHOT_CAPTURED', 'SNAPSHOT_VERIFIED', 'CAPTURE_FAILED')""";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, since);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * The first outcome of each document since a position: {@code captured}, {@code verified}, {@code not-modified}, or {@code failed:}
     * with the reason.
     */
    Map<String, String> outcomes(long since) throws SQLException {
        String query = """
                select distinct on (event_key) event_key, case event_type
                    when 'SNAPSHOT_CAPTURED' then 'captured'
                    when 'CAPTURE_FAILED' then 'failed: ' || (convert_from(data, 'UTF8')::jsonb ->> 'reason')
                        || ', ' || (convert_from(data, 'UTF8')::jsonb ->> 'detail')
                    else case when (convert_from(data, 'UTF8')::jsonb ->> 'notModified')::boolean then 'not-modified'
                        else 'verified' end end as outcome
                from event_log where position > ?
                    and event_type in ('SNAPSHOT_CAPTURED', 'SNAPSHOT_VERIFIED', 'CAPTURE_FAILED')
                order by event_key, position""";
        Map<String, String> outcomes = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, since);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    outcomes.put(row.getString("event_key"), row.getString("outcome"));
                }
            }
        }
        return outcomes;
    }

    private void run(String command, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
