package dev.clausewatch.runtime.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jboss.logging.Logger;

/**
 * Tells whether a newer release has already migrated the database, as happens in a rolling upgrade. A statement that fails then may fail
 * because of the new schema and not because of the data, so this release waits until it is replaced. Thread-safe.
 */
@ApplicationScoped
public class NewerSchema {

    private static final Logger LOG = Logger.getLogger(NewerSchema.class);

    /** Longer than the longest wait between two attempts. */
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(30).toNanos();

    /** Classes of SQLSTATE with which a database answers that a statement does not fit: data, constraints, names and types, limits. */
    private static final Set<String> OF_THE_STATEMENT = Set.of("22", "23", "42", "54");

    private static final Set<MigrationState> FROM_A_NEWER_RELEASE =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private final Flyway flyway;
    private volatile long excusedAt = System.nanoTime() - REMEMBERED_NANOS - 1;

    NewerSchema(Flyway flyway, DataSource database) {
        // It is asked while the database may be going away, so it tries only once.
        this.flyway = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(database)
                .connectRetries(0)
                .load();
    }

    /** Whether the database refused a statement, and the database has a newer schema than this release was built for. */
    public boolean excuses(Throwable failure) {
        if (!isRefusedStatement(failure) || !isThere()) {
            return false;
        }
        if (!isWaitedFor()) {
            LOG.warnf(
                    "The database was migrated by a newer release, and what this one writes does not fit any more: it waits to be replaced reason=%s",
                    failure);
        }
        excusedAt = System.nanoTime();
        return true;
    }

    /** The statement succeeded after all. */
    public void overcome() {
        if (isWaitedFor()) {
            excusedAt = System.nanoTime() - REMEMBERED_NANOS;
        }
    }

    /** Whether an event waits for the newer release to take over. */
    public boolean isWaitedFor() {
        return System.nanoTime() - excusedAt < REMEMBERED_NANOS;
    }

    private boolean isThere() {
        try {
            return Arrays.stream(flyway.info().all())
                    .map(MigrationInfo::getState)
                    .anyMatch(FROM_A_NEWER_RELEASE::contains);
        } catch (FlywayException e) {
            // A database that does not answer now must not cost an event.
            LOG.warnf("The database does not say which schema it has: %s", e);
            return true;
        }
    }

    private static boolean isRefusedStatement(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (Stream.concat(Stream.of(cause), Arrays.stream(cause.getSuppressed()))
                    .anyMatch(NewerSchema::speaksOfTheStatement)) {
                return true;
            }
        }
        return false;
    }

    private static boolean speaksOfTheStatement(Throwable fault) {
        return fault instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().length() == 5
                && OF_THE_STATEMENT.contains(sql.getSQLState().substring(0, 2));
    }
}
