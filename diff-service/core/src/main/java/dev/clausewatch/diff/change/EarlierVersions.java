package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.align.ProvisionAligner;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.ChangeKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds in a document's past what a snapshot returns to, and what it is compared with. */
final class EarlierVersions {

    private final ProvisionAligner aligner;
    private final Recutter recutter;
    private final Segmenter segmenter;

    EarlierVersions(ProvisionAligner aligner, Recutter recutter, Segmenter segmenter) {
        this.aligner = aligner;
        this.recutter = recutter;
        this.segmenter = segmenter;
    }

    /** The earlier version that a snapshot returns to; a text that says the same under another heading returns to nothing. */
    Facts.@Nullable Return departed(History history, KnownVersion newest, CutSnapshot next) {
        Facts.Return departed = sameText(history, newest, next);
        return departed != null && !departed.exact() && hasOtherHeadings(history.reading(departed.to()), next)
                ? null
                : departed;
    }

    /** Another reading of a page returns to nothing; and a suspect text is no version that one could return to. */
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

    /** A text after a suspect or waiting one is compared with what the document was last held to say. */
    KnownVersion comparable(History history, KnownVersion newest, CutSnapshot next) {
        if (!isDoubtful(newest) || !next.isOfTheSite()) {
            return newest;
        }
        // A text that only reads as a doubtful one does waits with it.
        if (next.saysTheSameAs(newest) && !hasOtherHeadings(history.reading(newest), next)) {
            return newest;
        }
        KnownVersion held = history.newestTrusted().orElse(newest);
        // A suspect text that has stood is what there is, unless the document recovers.
        boolean recovers = !newest.trusted()
                || !Shrinkage.between(reading(history, held).untracked(), next.provisions(), false)
                        .isCollapse();
        return recovers ? held : newest;
    }

    private static boolean isDoubtful(KnownVersion version) {
        return !version.trusted() || version.kind() == ChangeKind.SUSPECT;
    }

    /** What could be read by lines only is compared by lines: cutting it into clauses is what failed. */
    Reading reading(History history, KnownVersion version) {
        Reading reading = history.reading(version);
        return CoarseComparison.isCut(reading) ? reading : cutAsNow(reading);
    }

    Reading cutAsNow(Reading reading) {
        return recutter.recut(reading, null).reading();
    }
}
