package dev.clausewatch.runtime.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** The rows of the event log that the broker refused for good: kept with the reason, and counted until somebody has seen to them. */
@ApplicationScoped
class RefusedRows {

    private static final Logger LOG = Logger.getLogger(RefusedRows.class);

    private final AtomicLong rows = new AtomicLong();

    RefusedRows(MeterRegistry meters, MessagingConfig config) {
        if (config.eventLog()) {
            meters.gauge("clausewatch.event.log.refused", rows);
        }
    }

    /** Marks rows, within the caller's transaction. */
    void mark(Connection connection, Map<Long, String> refusals) throws SQLException {
        if (refusals.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "update event_log set refused_at = now(), refusal = ? where position = ?")) {
            for (Map.Entry<Long, String> refusal : refusals.entrySet()) {
                LOG.errorf(
                        "The broker refuses an event for good, and it is set aside position=%d reason=%s",
                        refusal.getKey(), refusal.getValue());
                statement.setString(1, refusal.getValue());
                statement.setLong(2, refusal.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        count(connection);
    }

    /** Counts them anew. */
    void count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from event_log where published_at is null and refused_at is not null");
                ResultSet row = statement.executeQuery()) {
            if (row.next()) {
                rows.set(row.getLong(1));
            }
        }
    }
}
