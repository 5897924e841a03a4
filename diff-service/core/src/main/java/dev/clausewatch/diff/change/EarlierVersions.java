package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.align.ProvisionAligner;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.ChangeKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the earlier version that a snapshot returns to, and the version it is compared with. */
final class EarlierVersions {

    private final ProvisionAligner aligner;
    private final Recutter recutter;
    private final Segmenter segmenter;

    EarlierVersions(ProvisionAligner aligner, Recutter recutter, Segmenter segmenter) {
        this.aligner = aligner;
        this.recutter = recutter;
        this.segmenter = segmenter;
    }

    /** The earlier version that a snapshot returns to; null if there is none. Equal words under other headings are no return. */
    Facts.@Nullable Return departed(History history, KnownVersion newest, CutSnapshot next) {
        Facts.Return departed = sameText(history, newest, next);
        return departed != null && !departed.exact() && hasOtherHeadings(history.reading(departed.to()), next)
                ? null
                : departed;
    }

    /** Only a change by the site can be a return, and a suspect version cannot be returned to. */
    private static Facts.@Nullable Return sameText(History history, KnownVersion newest, CutSnapshot next) {
        String textHash = next.captured().textHash();
        if (textHash.equals(newest.ref().textHash()) || !next.isOfTheSite()) {
            return null;
        }
        Optional<KnownVersion> exact = history.newestWithText(textHash);
        Optional<KnownVersion> alike = exact.isPresent() || next.saysTheSameAs(newest)
                ? exact
                : history.newestWithFingerprint(next.fingerprint());
        return alike.filter(version -> version.kind() != ChangeKind.SUSPECT)
                .map(version -> new Facts.Return(
                        version,
                        history.after(version.ref().sequence()),
                        exact.isPresent(),
                        history.announcements(version.fingerprint())))
                .orElse(null);
    }

    private boolean hasOtherHeadings(Reading earlier, CutSnapshot next) {
        Reading before = cutAsNow(earlier);
        Alignment alignment = aligner.align(before.untracked(), next.provisions());
        return new HeadingEdits(segmenter, before, next.after(before, alignment), alignment).any();
    }

    /** After a suspect or pending version a text is compared with the last trusted version. */
    KnownVersion comparable(History history, KnownVersion newest, CutSnapshot next) {
        if (!isDoubtful(newest) || !next.isOfTheSite()) {
            return newest;
        }
        // A text that equals the pending or suspect one is pending with it.
        if (next.saysTheSameAs(newest) && !hasOtherHeadings(history.reading(newest), next)) {
            return newest;
        }
        KnownVersion held = history.newestTrusted().orElse(newest);
        // A suspect text that was confirmed is the current text, unless the document recovers.
        boolean recovers = !newest.trusted()
                || !Shrinkage.between(reading(history, held).untracked(), next.provisions(), false)
                        .isCollapse();
        return recovers ? held : newest;
    }

    private static boolean isDoubtful(KnownVersion version) {
        return !version.trusted() || version.kind() == ChangeKind.SUSPECT;
    }

    /** A version segmented by lines is compared by lines, since segmenting it into provisions failed. */
    Reading reading(History history, KnownVersion version) {
        Reading reading = history.reading(version);
        return CoarseComparison.isCut(reading) ? reading : cutAsNow(reading);
    }

    Reading cutAsNow(Reading reading) {
        return recutter.recut(reading, null).reading();
    }
}
