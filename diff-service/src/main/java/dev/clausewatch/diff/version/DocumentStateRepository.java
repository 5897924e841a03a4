package dev.clausewatch.diff.version;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.SortedSet;

/** Locks documents and knows how far each has been read. */
@ApplicationScoped
class DocumentStateRepository implements PanacheRepositoryBase<DocumentState, String> {

    /** Locks documents until the transaction ends; always in the same order, so that two services cannot block each other. */
    List<DocumentState> lock(SortedSet<String> documentIds) {
        for (String documentId : documentIds) {
            getEntityManager()
                    .createNativeQuery("insert into document_state (document_id, last_sequence) values (?1, 0)"
                            + " on conflict (document_id) do nothing")
                    .setParameter(1, documentId)
                    .executeUpdate();
        }
        return find("documentId in ?1 order by documentId", documentIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    void advance(String documentId, long sequence) {
        update("lastSequence = ?1 where documentId = ?2", sequence, documentId);
    }
}
