package dev.clausewatch.diff.change;

import java.util.List;
import java.util.Optional;

/** What is known of a document before its next snapshot. */
public interface History {

    /** One text is announced as new once; more often only where it came back so late that it was news again. */
    int MOST_ANNOUNCEMENTS = 20;

    /** The newest version; empty for a document without one. */
    Optional<KnownVersion> newest();

    /** The newest version that is trusted and not {@code SUSPECT}: what the document was last held to say. */
    Optional<KnownVersion> newestTrusted();

    /** The newest version with exactly this text. */
    Optional<KnownVersion> newestWithText(String textHash);

    /** The newest version that differs from such a text only cosmetically. */
    Optional<KnownVersion> newestWithFingerprint(String fingerprint);

    /** The substantive changes that brought a text that says this, oldest first; a few at most. */
    List<String> announcements(String fingerprint);

    /** The versions after a sequence, oldest first. */
    List<KnownVersion> after(long sequence);

    /** The text of a version as it was cut. */
    Reading reading(KnownVersion version);

    /** The text of a version by itself. */
    default String text(KnownVersion version) {
        return reading(version).text();
    }
}
