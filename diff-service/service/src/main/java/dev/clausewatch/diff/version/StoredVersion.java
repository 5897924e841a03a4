package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.KnownVersion;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.VersionRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A version without its text, which {@link StoredText} holds: most questions to the past need no text. */
@Entity
@Table(name = "version")
class StoredVersion {

    @Id
    @Column(name = "snapshot_id")
    String snapshotId;

    @Column(name = "document_id")
    String documentId;

    @Column(name = "sequence")
    long sequence;

    @Column(name = "text_hash")
    String textHash;

    @Column(name = "fingerprint")
    String fingerprint;

    @Column(name = "first_seen_at")
    Instant firstSeenAt;

    @Column(name = "change_id")
    String changeId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    ChangeKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin")
    Origin origin;

    @Column(name = "trusted")
    boolean trusted;

    /** The snapshot whose arrival led to this row: itself, or the missing one that it waited for. */
    @Column(name = "driven_by")
    String drivenBy;

    static StoredVersion of(String documentId, KnownVersion version, String drivenBy) {
        StoredVersion stored = new StoredVersion();
        stored.snapshotId = version.ref().snapshotId();
        stored.documentId = documentId;
        stored.sequence = version.ref().sequence();
        stored.textHash = version.ref().textHash();
        stored.fingerprint = version.fingerprint();
        stored.firstSeenAt = version.ref().firstSeenAt();
        stored.changeId = version.changeId();
        stored.kind = version.kind();
        stored.origin = version.origin();
        stored.trusted = version.trusted();
        stored.drivenBy = drivenBy;
        return stored;
    }

    KnownVersion known() {
        return new KnownVersion(
                new VersionRef(snapshotId, sequence, firstSeenAt, textHash),
                changeId,
                kind,
                origin,
                fingerprint,
                trusted);
    }
}
