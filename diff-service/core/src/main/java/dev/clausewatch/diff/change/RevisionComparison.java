package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.align.ProvisionAligner;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ChangeProvenance;
import dev.clausewatch.events.ChangeVerdict;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.Signal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares two versions of a document with each other, whatever lies between them. It judges the texts only, not how they came. */
final class RevisionComparison {

    private static final int HEX_DIGITS = 40;

    private final Segmenter segmenter;
    private final ProvisionAligner aligner;

    RevisionComparison(Segmenter segmenter, ProvisionAligner aligner) {
        this.segmenter = segmenter;
        this.aligner = aligner;
    }

    ChangeDetected byClause(DocumentRef document, Revision from, Revision to, Instant at) {
        SegmentedText before = segmented(from);
        SegmentedText after = segmented(to);
        Alignment alignment = aligner.align(before.withoutIds(), after.withoutIds());
        HeadingEdits headings = new HeadingEdits(segmenter, before, after, alignment);
        List<Difference> differences = headings.placedAmong(
                Comparison.of(before.provisions(), after.provisions(), alignment, headings::stoodElsewhere));
        return change(
                document,
                from,
                to,
                at,
                after,
                differences,
                DifferenceSignals.of(
                        differences,
                        after.provisions().size(),
                        HeadingChanges.describe(before.withoutIds(), after.withoutIds())));
    }

    ChangeDetected byLine(DocumentRef document, Revision from, Revision to, Instant at, String reason) {
        List<TrackedProvision> before =
                CoarseComparison.tracked(document.id(), from.ref().snapshotId(), from.text());
        List<TrackedProvision> after =
                CoarseComparison.tracked(document.id(), to.ref().snapshotId(), to.text());
        return change(
                document,
                from,
                to,
                at,
                new SegmentedText(to.text(), CoarseComparison.CUT, after),
                CoarseComparison.differences(before, after),
                List.of(CoarseComparison.signal(reason)));
    }

    private static ChangeDetected change(
            DocumentRef document,
            Revision from,
            Revision to,
            Instant at,
            SegmentedText after,
            List<Difference> differences,
            List<Signal> signals) {
        ChangeKind kind =
                differences.stream().anyMatch(Difference::substantive) ? ChangeKind.SUBSTANTIVE : ChangeKind.EDITORIAL;
        boolean same = from.text().equals(to.text());
        return EventSizeLimit.fit(new ChangeDetected(
                document,
                Ids.change(from.ref().snapshotId(), to.ref().snapshotId(), Differ.VERSION.version()),
                from.ref(),
                to.ref(),
                ChangeVerdict.silent(kind, same ? List.of() : signals, "compared"),
                new ChangeProvenance(Origin.UNKNOWN, CaptureCause.UNKNOWN, at, Differ.VERSION, after.segmenter()),
                List.of(),
                List.of(),
                TouchedProvisions.of(kind, differences)));
    }

    /** Provisions that were cut the same way when the version came have the ids that they have there. */
    private SegmentedText segmented(Revision revision) {
        Map<Long, String> ids = new HashMap<>();
        for (ProvisionRef known : revision.provisions()) {
            ids.put(place(known.start(), known.end()), known.id());
        }
        Stream<TrackedProvision> tracked = segmenter.segment(revision.text()).stream()
                .map(provision -> new TrackedProvision(
                        ids.getOrDefault(place(provision.start(), provision.end()), ownId(revision, provision)),
                        provision));
        return new SegmentedText(revision.text(), Segmenter.VERSION, tracked.toList());
    }

    private static long place(int start, int end) {
        return ((long) start << Integer.SIZE) | end;
    }

    private static String ownId(Revision revision, Provision provision) {
        return Ids.sha256(
                        "compared\n" + revision.ref().snapshotId() + "\n" + provision.start() + "\n" + provision.end())
                .substring(0, HEX_DIGITS);
    }
}
