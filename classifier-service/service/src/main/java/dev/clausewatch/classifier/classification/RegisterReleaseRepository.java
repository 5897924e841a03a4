package dev.clausewatch.classifier.classification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The releases of the register. */
@ApplicationScoped
class RegisterReleaseRepository implements PanacheRepositoryBase<RegisterRelease, String> {

    /** When a rule set was released: now, unless it was before (by another replica, maybe). */
    @Transactional
    Instant releasedAt(String rulesetVersion, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into register_release (ruleset_version, published_at) values (?1, ?2)"
                        + " on conflict do nothing")
                .setParameter(1, rulesetVersion)
                .setParameter(2, now)
                .executeUpdate();
        return findById(rulesetVersion).publishedAt;
    }
}
