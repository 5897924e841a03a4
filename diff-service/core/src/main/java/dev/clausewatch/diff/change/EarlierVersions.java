package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.align.ProvisionAligner;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.ChangeKind;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the earlier version that a snapshot returns to, and the version it is compared with. */
final class EarlierVersions {

    /** Reading them takes a second at most; words that came with an older one only are taken for new. */
    private static final int MOST_TEXTS = 50;

    private final ProvisionAligner aligner;
    private final Resegmenter resegmenter;
    private final Segmenter segmenter;

    EarlierVersions(ProvisionAligner aligner, Resegmenter resegmenter, Segmenter segmenter) {
        this.aligner = aligner;
        this.resegmenter = resegmenter;
        this.segmenter = segmenter;
    }

    /** The earlier version that a snapshot returns to; null if there is none. Equal words under other headings are no return. */
    ChangeKindInput.@Nullable Return earlierReturn(History history, KnownVersion newest, SegmentedSnapshot next) {
        ChangeKindInput.Return earlierReturn = sameText(history, newest, next);
        return earlierReturn != null
                        && !earlierReturn.exact()
                        && hasOtherHeadings(history.reading(earlierReturn.to()), next)
                ? null
                : earlierReturn;
    }

    /** Only a change by the site can be a return, and a suspect version cannot be returned to. */
    private static ChangeKindInput.@Nullable Return sameText(
            History history, KnownVersion newest, SegmentedSnapshot next) {
        String textHash = next.captured().textHash();
        if (textHash.equals(newest.ref().textHash()) || !next.isCausedBySite()) {
            return null;
        }
        Optional<KnownVersion> exact = history.newestWithText(textHash);
        Optional<KnownVersion> alike = exact.isPresent() || next.hasSameWordingAs(newest)
                ? exact
                : history.newestWithFingerprint(next.fingerprint());
        return alike.filter(version -> version.kind() != ChangeKind.SUSPECT)
                .map(version -> new ChangeKindInput.Return(
                        version,
                        history.after(version.ref().sequence()),
                        exact.isPresent(),
                        history.announcements(version.fingerprint())))
                .orElse(null);
    }

    private boolean hasOtherHeadings(SegmentedText earlier, SegmentedSnapshot next) {
        SegmentedText before = resegmented(earlier);
        Alignment alignment = aligner.align(before.withoutIds(), next.provisions());
        return new HeadingEdits(segmenter, before, next.after(before, alignment), alignment).any();
    }

    /** After a suspect or pending version a text is compared with the last trusted version. */
    KnownVersion comparable(History history, KnownVersion newest, SegmentedSnapshot next) {
        if (!isUntrustedOrSuspect(newest) || !next.isCausedBySite()) {
            return newest;
        }
        // A text that equals the pending or suspect one is pending with it.
        if (next.hasSameWordingAs(newest) && !hasOtherHeadings(history.reading(newest), next)) {
            return newest;
        }
        KnownVersion held = history.newestTrusted().orElse(newest);
        // A suspect text that was confirmed is the current text, unless the document recovers.
        boolean recovers = !newest.trusted()
                || !Shrinkage.between(reading(history, held).withoutIds(), next.provisions(), false)
                        .isCollapse();
        return recovers ? held : newest;
    }

    private static boolean isUntrustedOrSuspect(KnownVersion version) {
        return !version.trusted() || version.kind() == ChangeKind.SUSPECT;
    }

    /** The texts before a snapshot, newest first and each once. */
    static Iterator<SegmentedText> texts(History history) {
        Set<String> seen = new HashSet<>();
        return history.after(0).reversed().stream()
                .filter(version -> seen.add(version.ref().textHash()))
                .limit(MOST_TEXTS)
                .map(history::reading)
                .iterator();
    }

    /** A version segmented by lines is compared by lines, since segmenting it into provisions failed. */
    SegmentedText reading(History history, KnownVersion version) {
        SegmentedText reading = history.reading(version);
        return CoarseComparison.isLineBased(reading) ? reading : resegmented(reading);
    }

    SegmentedText resegmented(SegmentedText reading) {
        return resegmenter.resegment(reading, null).reading();
    }
}
