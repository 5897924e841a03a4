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
public final class Recutter {

    private final Segmenter segmenter;
    private final ProvisionAligner aligner;

    Recutter(Segmenter segmenter, ProvisionAligner aligner) {
        this.segmenter = segmenter;
        this.aligner = aligner;
    }

    /**
     * A text with its new segmentation.
     *
     * @param reading with offsets and ids
     * @param fingerprint {@link KnownVersion#fingerprint} of it
     */
    public record Recut(Reading reading, String fingerprint) {}

    /** Ids are taken from the old segmentation, then from equal provisions of the previous version. */
    Recut recut(Reading reading, @Nullable Reading before) {
        String textHash = Ids.sha256(reading.text());
        if (reading.segmenter().equals(Segmenter.VERSION)) {
            return new Recut(reading, Fingerprint.of(textHash, reading.untracked()));
        }
        List<Provision> provisions = segmenter.segment(reading.text());
        Alignment old = aligner.align(reading.untracked(), provisions);
        List<TrackedProvision> tracked =
                Lineage.carry(textHash, Segmenter.VERSION.version(), reading.provisions(), provisions, old);
        if (before != null) {
            tracked = withIdsOf(before, provisions, old, tracked);
        }
        return new Recut(new Reading(reading.text(), Segmenter.VERSION, tracked), Fingerprint.of(textHash, provisions));
    }

    private List<TrackedProvision> withIdsOf(
            Reading before, List<Provision> provisions, Alignment old, List<TrackedProvision> tracked) {
        Alignment earlier = aligner.align(before.untracked(), provisions);
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
