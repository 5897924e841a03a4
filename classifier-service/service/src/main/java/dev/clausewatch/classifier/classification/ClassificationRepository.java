package dev.clausewatch.classifier.classification;

import dev.clausewatch.events.ClassificationCause;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The first answers to what changes mean. */
@ApplicationScoped
class ClassificationRepository implements PanacheRepositoryBase<StoredClassification, String> {

    /** Those of these changes that were made because the change was detected. */
    List<StoredClassification> ofChanges(Collection<String> changeIds) {
        return list("changeId in ?1 and cause = ?2", changeIds, ClassificationCause.CHANGE.name());
    }
}
