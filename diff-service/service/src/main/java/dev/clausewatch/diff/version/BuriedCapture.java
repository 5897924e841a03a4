package dev.clausewatch.diff.version;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A document one of whose snapshots became a dead letter, until a later one stepped over it. */
@Entity
@Table(name = "buried_capture")
class BuriedCapture {

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
