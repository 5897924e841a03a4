package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.ChangeDecision;
import dev.clausewatch.diff.change.History;
import dev.clausewatch.diff.change.KnownVersion;
import dev.clausewatch.diff.change.Resegmenter;
import dev.clausewatch.diff.change.SegmentedText;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ToolVersion;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Versions and their texts. */
@ApplicationScoped
class VersionRepository implements PanacheRepositoryBase<StoredVersion, String> {

    void add(ChangeDecision decision, String drivenBy) {
        persist(StoredVersion.of(decision.change().document().id(), decision.version(), drivenBy));
        getEntityManager().persist(StoredText.of(decision.version().ref().snapshotId(), decision.reading()));
    }

    String text(String snapshotId) {
        return stored(snapshotId).text;
    }

    Optional<KnownVersion> newest(String documentId) {
        return first("documentId = ?1 order by sequence desc", documentId);
    }

    Optional<KnownVersion> newestNotSuspect(String documentId) {
        return first("documentId = ?1 and kind <> ?2 order by sequence desc", documentId, ChangeKind.SUSPECT);
    }

    Optional<KnownVersion> newestTrusted(String documentId) {
        return first(
                "documentId = ?1 and trusted and kind <> ?2 order by sequence desc", documentId, ChangeKind.SUSPECT);
    }

    Optional<KnownVersion> newestWithText(String documentId, String textHash) {
        return first("documentId = ?1 and textHash = ?2 order by sequence desc", documentId, textHash);
    }

    Optional<KnownVersion> newestWithFingerprint(String documentId, String fingerprint) {
        return first("documentId = ?1 and fingerprint = ?2 order by sequence desc", documentId, fingerprint);
    }

    List<String> announcements(String documentId, String fingerprint) {
        return find(
                        "documentId = ?1 and fingerprint = ?2 and kind = ?3 order by sequence",
                        documentId,
                        fingerprint,
                        ChangeKind.SUBSTANTIVE)
                .page(0, History.MOST_ANNOUNCEMENTS)
                .stream()
                .map(version -> version.changeId)
                .toList();
    }

    List<KnownVersion> after(String documentId, long sequence) {
        return list("documentId = ?1 and sequence > ?2 order by sequence", documentId, sequence).stream()
                .map(StoredVersion::known)
                .toList();
    }

    SegmentedText reading(String snapshotId) {
        return stored(snapshotId).reading();
    }

    private StoredText stored(String snapshotId) {
        StoredText text = getEntityManager().find(StoredText.class, snapshotId);
        if (text == null) {
            throw new IllegalStateException("No text of version " + snapshotId);
        }
        return text;
    }

    /** Documents with a version that another segmenter cut, a few at a time, from behind an id on. */
    List<String> cutOtherwise(ToolVersion segmenter, ToolVersion coarse, String behind, int most) {
        return getEntityManager()
                .createQuery(
                        "select distinct v.documentId from StoredText t, StoredVersion v where v.snapshotId = t.snapshotId"
                                + " and (t.segmenterName <> ?1 or t.segmenterVersion <> ?2)"
                                + " and (t.segmenterName <> ?3 or t.segmenterVersion <> ?4) and v.documentId > ?5 order by v.documentId",
                        String.class)
                .setParameter(1, segmenter.name())
                .setParameter(2, segmenter.version())
                .setParameter(3, coarse.name())
                .setParameter(4, coarse.version())
                .setParameter(5, behind)
                .setMaxResults(most)
                .getResultList();
    }

    /** The first versions of a document that another segmenter cut, in order, a few at a time. */
    List<StoredVersion> cutOtherwise(String documentId, ToolVersion segmenter, ToolVersion coarse, int most) {
        return getEntityManager()
                .createQuery(
                        "select v from StoredText t, StoredVersion v where v.snapshotId = t.snapshotId and v.documentId = ?3"
                                + " and (t.segmenterName <> ?1 or t.segmenterVersion <> ?2)"
                                + " and (t.segmenterName <> ?4 or t.segmenterVersion <> ?5) order by v.sequence",
                        StoredVersion.class)
                .setParameter(1, segmenter.name())
                .setParameter(2, segmenter.version())
                .setParameter(3, documentId)
                .setParameter(4, coarse.name())
                .setParameter(5, coarse.version())
                .setMaxResults(most)
                .getResultList();
    }

    boolean hasSequence(String documentId, long sequence) {
        return count("documentId = ?1 and sequence = ?2", documentId, sequence) > 0;
    }

    boolean isNewest(StoredVersion version) {
        return newest(version.documentId)
                .filter(newest -> newest.ref().sequence() == version.sequence)
                .isPresent();
    }

    Optional<SegmentedText> readingBefore(StoredVersion version) {
        return find("documentId = ?1 and sequence = ?2", version.documentId, version.sequence - 1)
                .firstResultOptional()
                .map(before -> reading(before.snapshotId));
    }

    /** Keeps how a text is cut now. */
    void resegment(String snapshotId, Resegmenter.Resegmentation resegment) {
        update("fingerprint = ?1 where snapshotId = ?2", resegment.fingerprint(), snapshotId);
        stored(snapshotId).cut(resegment.reading());
    }

    /** What the arrival of a snapshot led to: itself and those that had waited for it, in order. */
    List<StoredVersion> drivenBy(String snapshotId) {
        return list("drivenBy = ?1 or snapshotId = ?1 order by sequence", snapshotId);
    }

    /** The text that waited has stood. */
    void trustFrom(String documentId, long sequence) {
        update("trusted = true where documentId = ?1 and sequence >= ?2", documentId, sequence);
    }

    private Optional<KnownVersion> first(String query, Object... parameters) {
        return find(query, parameters).firstResultOptional().map(StoredVersion::known);
    }
}
