package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.align.Lineage;
import dev.clausewatch.diff.align.ProvisionAligner;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.Ids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Segments stored texts again with the current segmenter. Provisions whose boundaries did not change keep their ids. */
public final class Resegmenter {

    private final Segmenter segmenter;
    private final ProvisionAligner aligner;

    Resegmenter(Segmenter segmenter, ProvisionAligner aligner) {
        this.segmenter = segmenter;
        this.aligner = aligner;
    }

    /**
     * A text with its new segmentation.
     *
     * @param reading with offsets and ids
     * @param fingerprint {@link KnownVersion#fingerprint} of it
     */
    public record Resegmentation(SegmentedText reading, String fingerprint) {}

    /** Ids are taken from the old segmentation, then from equal provisions of the previous version. */
    Resegmentation resegment(SegmentedText reading, @Nullable SegmentedText before) {
        String textHash = Ids.sha256(reading.text());
        if (reading.segmenter().equals(Segmenter.VERSION)) {
            return new Resegmentation(reading, Fingerprint.of(textHash, reading.withoutIds()));
        }
        List<Provision> provisions = segmenter.segment(reading.text());
        Alignment old = aligner.align(reading.withoutIds(), provisions);
        List<TrackedProvision> tracked =
                Lineage.carry(textHash, Segmenter.VERSION.version(), reading.provisions(), provisions, old);
        if (before != null) {
            tracked = withIdsOf(before, provisions, old, tracked);
        }
        return new Resegmentation(
                new SegmentedText(reading.text(), Segmenter.VERSION, tracked), Fingerprint.of(textHash, provisions));
    }

    private List<TrackedProvision> withIdsOf(
            SegmentedText before, List<Provision> provisions, Alignment old, List<TrackedProvision> tracked) {
        Alignment earlier = aligner.align(before.withoutIds(), provisions);
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < tracked.size(); i++) {
            if (old.beforeOf(i) >= 0) {
                taken.add(tracked.get(i).id());
            }
        }
        List<TrackedProvision> joined = new ArrayList<>(tracked);
        for (int i = 0; i < tracked.size(); i++) {
            if (old.beforeOf(i) < 0 && earlier.beforeOf(i) >= 0) {
                String id = before.provisions().get(earlier.beforeOf(i)).id();
                if (taken.add(id)) {
                    joined.set(i, new TrackedProvision(id, provisions.get(i)));
                }
            }
        }
        return joined;
    }
}
