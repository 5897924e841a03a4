package dev.clausewatch.diff.version;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far a document has been read; the row that is locked while one of its snapshots is taken in. */
@Entity
@Table(name = "document_state")
class DocumentState {

    @Id
    @Column(name = "document_id")
    String documentId;

    @Column(name = "last_sequence")
    long lastSequence;

    /** Another one when anything changed that a decision about the next snapshot may depend on. */
    @Column(name = "revision")
    long revision;
}
