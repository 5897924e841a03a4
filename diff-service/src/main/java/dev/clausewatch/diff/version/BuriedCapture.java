package dev.clausewatch.diff.version;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A document one of whose captures became a dead letter, until a later one stepped over it. */
@Entity
@Table(name = "buried_capture")
class BuriedCapture {

    @Id
    @Column(name = "document_id")
    String documentId;

    @Column(name = "buried_at")
    Instant buriedAt;

    @Column(name = "reason")
    String reason;
}
