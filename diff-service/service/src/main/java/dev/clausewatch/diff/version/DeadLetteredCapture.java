package dev.clausewatch.diff.version;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Marks a document with a snapshot that became a dead letter. Deleted when a later snapshot has been processed across the gap. */
@Entity
@Table(name = "buried_capture")
class DeadLetteredCapture {

    @Id
    @Column(name = "document_id")
    String documentId;

    /** Which snapshot it was; absent where it could not be read. */
    @Nullable
    @Column(name = "sequence")
    Long sequence;

    @Column(name = "buried_at")
    Instant buriedAt;

    @Column(name = "reason")
    String reason;
}
