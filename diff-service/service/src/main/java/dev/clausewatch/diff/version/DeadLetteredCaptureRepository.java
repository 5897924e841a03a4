package dev.clausewatch.diff.version;

import dev.clausewatch.runtime.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents with a dead-lettered capture, for which the next snapshot does not wait. */
@ApplicationScoped
class DeadLetteredCaptureRepository implements PanacheRepositoryBase<DeadLetteredCapture, String> {

    private final Database database;

    DeadLetteredCaptureRepository(Database database) {
        this.database = database;
    }

    /** Notes the first one; it stands until a later snapshot stepped over it. */
    void note(String documentId, @Nullable Long sequence, String reason, Instant now) {
        database.sql("insert into buried_capture (document_id, sequence, buried_at, reason)"
                        + " values (:documentId, :sequence, :now, :reason) on conflict (document_id) do nothing")
                .bind("documentId", documentId)
                .bind("sequence", sequence)
                .bind("now", now)
                .bind("reason", reason)
                .update();
    }

    List<DeadLetteredCapture> of(Collection<String> documentIds) {
        return list("documentId in ?1", documentIds);
    }

    /** Nothing of this document up to a sequence is missing any more. */
    void settle(String documentId, long sequence) {
        delete("documentId = ?1 and sequence <= ?2", documentId, sequence);
    }
}
