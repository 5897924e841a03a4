package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.align.ProvisionAligner;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.diff.segment.StatedDates;
import dev.clausewatch.events.ChangeVerdict;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.SnapshotCaptured;
import java.util.List;

/** Compares a snapshot with the past of its document, clause by clause, and judges what differs. */
final class ClauseComparison {

    /** From this share of provisions with changed words on, the text is also compared as a whole. */
    private static final double HARDLY_ALIKE = 0.7;

    private final ProvisionAligner aligner;
    private final Segmenter segmenter;
    private final EarlierVersions earlier;

    ClauseComparison(ProvisionAligner aligner, Segmenter segmenter, EarlierVersions earlier) {
        this.aligner = aligner;
        this.segmenter = segmenter;
        this.earlier = earlier;
    }

    ComparisonResult judge(History history, KnownVersion newest, SegmentedSnapshot next) {
        ChangeKindInput.Return earlierReturn = earlier.earlierReturn(history, newest, next);
        KnownVersion from = earlierReturn == null ? earlier.comparable(history, newest, next) : newest;
        SegmentedText before = earlier.reading(history, from);
        boolean coarse = CoarseComparison.isLineBased(before);
        Alignment alignment = null;
        SegmentedText reading;
        if (earlierReturn != null) {
            SegmentedText returned = earlier.resegmented(history.reading(earlierReturn.to()));
            reading = next.after(returned, aligner.align(returned.withoutIds(), next.provisions()));
            alignment = coarse ? null : Alignment.byId(before.provisions(), reading.provisions());
        } else if (coarse) {
            reading = next.withNewIds();
        } else {
            alignment = aligner.align(before.withoutIds(), next.provisions());
            reading = next.after(before, alignment);
        }
        List<Difference> clauses;
        List<Difference> differences;
        if (alignment == null) {
            clauses = CoarseComparison.of(
                            next.captured(), before.text(), from.ref().snapshotId())
                    .differences();
            differences = clauses;
        } else {
            HeadingEdits headings = new HeadingEdits(segmenter, before, reading, alignment);
            clauses = Comparison.of(before.provisions(), reading.provisions(), alignment, headings::stoodElsewhere);
            differences = headings.placedAmong(clauses);
        }
        Shrinkage shrinkage =
                Shrinkage.between(before.withoutIds(), next.provisions(), hardlyAlike(clauses, reading.provisions()));
        List<Difference> brought = newest.trusted() && isReadAnotherWay(next) && !coarse && !shrinkage.isAnotherText()
                ? BroughtWords.among(differences, EarlierVersions.texts(history))
                : List.of();
        ChangeVerdict decided = ChangeKindRules.decide(new ChangeKindInput(
                next.captured(),
                newest,
                from,
                earlierReturn,
                shrinkage,
                differences,
                brought,
                reading.provisions().size(),
                HeadingChanges.describe(before.withoutIds(), next.provisions())));
        ChangeVerdict verdict = coarse ? CoarseComparison.saying(decided) : decided;
        return new ComparisonResult(
                from,
                verdict,
                reading,
                ChangeKindRules.mayBeNew(verdict) ? brought : differences,
                trusted(verdict, from, newest, next.captured()),
                next.fingerprint(),
                StatedDates.in(next.captured().text()));
    }

    private static boolean isReadAnotherWay(SegmentedSnapshot next) {
        return switch (next.captured().cause()) {
            case EXTRACTOR_UPGRADE, DECLARATION_UPGRADE -> true;
            case SITE, UNKNOWN -> false;
        };
    }

    private static boolean hardlyAlike(List<Difference> differences, List<TrackedProvision> tracked) {
        long changed = differences.stream()
                .filter(difference -> difference.substantive() && difference.after() != null)
                .count();
        return changed > HARDLY_ALIKE * tracked.size();
    }

    /** A text that equals a pending one, or differs from it by extraction only, is pending too. */
    private static boolean trusted(
            ChangeVerdict verdict, KnownVersion from, KnownVersion newest, SnapshotCaptured next) {
        return switch (verdict.kind()) {
            case SUSPECT, UNKNOWN -> false;
            case TECHNICAL -> newest.trusted() || isFirstLive(newest, next);
            case EDITORIAL -> newest.trusted() || !from.equals(newest);
            case BASELINE, REVERTED, SUBSTANTIVE -> verdict.settlement() == Settlement.SETTLED;
        };
    }

    private static boolean isFirstLive(KnownVersion newest, SnapshotCaptured next) {
        return next.origin() == Origin.LIVE && newest.origin() == Origin.IMPORT;
    }
}
