package dev.clausewatch.diff.version;

import dev.clausewatch.runtime.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** Locks documents and knows how far each has been read. */
@ApplicationScoped
class DocumentStateRepository implements PanacheRepositoryBase<DocumentState, String> {

    private final Database database;

    DocumentStateRepository(Database database) {
        this.database = database;
    }

    /** Locks documents until the transaction ends; always in the same order, so that two services cannot block each other. */
    List<DocumentState> lock(SortedSet<String> documentIds) {
        database.batch(
                "insert into document_state (document_id, last_sequence) values (:id, 0) on conflict (document_id) do nothing",
                documentIds,
                (row, id) -> row.bind("id", id));
        return find("documentId in ?1 order by documentId", documentIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** As they are now, without a lock; documents that were never read are absent. */
    List<DocumentState> known(Collection<String> documentIds) {
        return list("documentId in ?1", documentIds);
    }

    void advance(String documentId, long sequence) {
        update("lastSequence = ?1, revision = revision + 1 where documentId = ?2", sequence, documentId);
    }

    /** What was decided on this document's past, and is not stored yet, is decided anew. */
    void revise(String documentId) {
        update("revision = revision + 1 where documentId = ?1", documentId);
    }
}
