package dev.clausewatch.diff.change;

import java.util.List;
import java.util.Optional;

/** History of a document up to its newest version, as the differ reads it. */
public interface History {

    /** A text is usually introduced once; more often only when it returned after so long that it counted as new. */
    int MOST_ANNOUNCEMENTS = 20;

    /** The newest version; empty for a document without one. */
    Optional<KnownVersion> newest();

    /** The newest version that is trusted and not {@code SUSPECT}. */
    Optional<KnownVersion> newestTrusted();

    /** The newest version with exactly this text. */
    Optional<KnownVersion> newestWithText(String textHash);

    /** The newest version that differs from such a text only cosmetically. */
    Optional<KnownVersion> newestWithFingerprint(String fingerprint);

    /** The substantive changes that introduced a text with this fingerprint, oldest first, limited in number. */
    List<String> announcements(String fingerprint);

    /** The versions after a sequence, oldest first. */
    List<KnownVersion> after(long sequence);

    /** The segmented text of a version. */
    SegmentedText reading(KnownVersion version);

    /** The text of a version by itself. */
    default String text(KnownVersion version) {
        return reading(version).text();
    }
}
