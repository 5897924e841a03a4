package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.align.Lineage;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.SnapshotCaptured;
import java.util.List;

/**
 * A snapshot segmented into provisions.
 *
 * @param captured the snapshot
 * @param provisions of its text
 * @param fingerprint {@link KnownVersion#fingerprint} of it
 */
record SegmentedSnapshot(SnapshotCaptured captured, List<Provision> provisions, String fingerprint) {

    static SegmentedSnapshot of(SnapshotCaptured captured, Segmenter segmenter) {
        List<Provision> provisions = segmenter.segment(captured.text());
        return new SegmentedSnapshot(captured, provisions, Fingerprint.of(captured.textHash(), provisions));
    }

    /** Whether the site changed the text, and not our extractor or declaration. */
    boolean isCausedBySite() {
        return captured.cause() == CaptureCause.SITE;
    }

    boolean hasSameWordingAs(KnownVersion version) {
        return fingerprint.equals(version.fingerprint());
    }

    /** Its provisions with new ids. */
    SegmentedText withNewIds() {
        return reading(Lineage.begin(captured.document().id(), captured.snapshotId(), provisions));
    }

    /** Its provisions, each with the id of the earlier provision it is aligned with. */
    SegmentedText after(SegmentedText before, Alignment alignment) {
        return reading(Lineage.carry(
                captured.document().id(), captured.snapshotId(), before.provisions(), provisions, alignment));
    }

    private SegmentedText reading(List<TrackedProvision> tracked) {
        return new SegmentedText(captured.text(), Segmenter.VERSION, tracked);
    }
}
