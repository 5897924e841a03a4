package dev.clausewatch.diff.version;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents whose next capture need not wait for one that became a dead letter. */
@ApplicationScoped
class BuriedCaptureRepository implements PanacheRepositoryBase<BuriedCapture, String> {

    /** Notes the first one; it stands until a later snapshot stepped over it. */
    void note(String documentId, @Nullable Long sequence, String reason, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into buried_capture (document_id, sequence, buried_at, reason)"
                        + " values (?1, cast(?2 as bigint), ?3, ?4) on conflict (document_id) do nothing")
                .setParameter(1, documentId)
                .setParameter(2, sequence)
                .setParameter(3, now)
                .setParameter(4, reason.replace('\0', '\uFFFD'))
                .executeUpdate();
    }

    List<BuriedCapture> of(Collection<String> documentIds) {
        return list("documentId in ?1", documentIds);
    }

    /** Nothing of this document up to a sequence is missing any more. */
    void settle(String documentId, long sequence) {
        delete("documentId = ?1 and sequence <= ?2", documentId, sequence);
    }
}
