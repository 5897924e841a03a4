package dev.clausewatch.runtime.database;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * An advisory lock, held by a connection: the database releases it when the connection breaks, and the holder is not told. Not
 * thread-safe.
 */
public final class SessionLock implements AutoCloseable {

    private final Handle handle;
    private final long key;

    private SessionLock(Handle handle, long key) {
        this.handle = handle;
        this.key = key;
    }

    /** Takes over the handle: closes it with the lock, or at once if another one has the lock. */
    static @Nullable SessionLock tryTake(Handle handle, long key) {
        boolean taken = false;
        try {
            taken = ask(handle, "select pg_try_advisory_lock(:key)", key);
            return taken ? new SessionLock(handle, key) : null;
        } finally {
            if (!taken) {
                handle.close();
            }
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try (handle) {
            boolean unused = ask(handle, "select pg_advisory_unlock(:key)", key);
        } catch (JdbiException e) {
            throw DatabaseException.of(e);
        }
    }

    private static boolean ask(Handle handle, String sql, long key) {
        return handle.createQuery(sql).bind("key", key).mapTo(boolean.class).one();
    }
}
