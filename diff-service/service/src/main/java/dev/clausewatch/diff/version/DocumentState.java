package dev.clausewatch.diff.version;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Processing state of a document; its row is locked while a snapshot is stored. */
@Entity
@Table(name = "document_state")
class DocumentState {

    @Id
    @Column(name = "document_id")
    String documentId;

    @Column(name = "last_sequence")
    long lastSequence;

    /** Incremented when anything changes that the next decision may depend on (optimistic locking). */
    @Column(name = "revision")
    long revision;
}
