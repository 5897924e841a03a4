package dev.clausewatch.diff.version;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Documents whose next capture need not wait for one that became a dead letter. */
@ApplicationScoped
class BuriedCaptureRepository implements PanacheRepositoryBase<BuriedCapture, String> {

    void note(String documentId, String reason, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into buried_capture (document_id, buried_at, reason) values (?1, ?2, ?3)"
                        + " on conflict (document_id) do nothing")
                .setParameter(1, documentId)
                .setParameter(2, now)
                .setParameter(3, reason.replace('\0', '\uFFFD'))
                .executeUpdate();
    }

    Set<String> among(Collection<String> documentIds) {
        return list("documentId in ?1", documentIds).stream()
                .map(buried -> buried.documentId)
                .collect(Collectors.toSet());
    }
}
