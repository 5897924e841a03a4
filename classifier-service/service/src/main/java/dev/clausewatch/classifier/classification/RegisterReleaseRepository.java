package dev.clausewatch.classifier.classification;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** When the registers of rule sets were first published. */
@ApplicationScoped
class RegisterReleaseRepository {

    private final Database database;

    RegisterReleaseRepository(Database database) {
        this.database = database;
    }

    /** When a rule set was released: now, unless it was before (by another replica, maybe). */
    @Transactional
    Instant releasedAt(String rulesetVersion, Instant now) {
        database.sql(
                        "insert into register_release (ruleset_version, published_at) values (:version, :now) on conflict do nothing")
                .bind("version", rulesetVersion)
                .bind("now", now)
                .update();
        return database.sql("select published_at from register_release where ruleset_version = :version")
                .bind("version", rulesetVersion)
                .one(Instant.class);
    }
}
