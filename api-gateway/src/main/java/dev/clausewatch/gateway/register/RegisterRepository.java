package dev.clausewatch.gateway.register;

import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.events.UndecodableEventException;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The registers that were published. */
@ApplicationScoped
public class RegisterRepository {

    private final Database database;

    RegisterRepository(Database database) {
        this.database = database;
    }

    /** The newest one, whole. */
    public Optional<RegisterPublished> newest() {
        return database.sql("select event from read.register order by published_at desc, ruleset desc limit 1")
                .first(RegisterRepository::read);
    }

    /**
     * The titles of a ruleset; of the newest one when that is not known.
     *
     * @param ruleset name and version as {@code name/version}; null for the newest
     */
    public Register titles(@Nullable String ruleset) {
        return new Register(database.sql("""
                        select event from read.register
                        order by (ruleset = :ruleset) desc nulls last, published_at desc, ruleset desc limit 1""")
                .bind("ruleset", ruleset)
                .first(RegisterRepository::read)
                .orElse(null));
    }

    private static RegisterPublished read(RowView row) {
        try {
            return (RegisterPublished)
                    EventCodec.read(EventType.REGISTER_PUBLISHED, row.getColumn("event", byte[].class));
        } catch (UndecodableEventException e) {
            throw new IllegalStateException("A stored register cannot be read", e);
        }
    }
}
