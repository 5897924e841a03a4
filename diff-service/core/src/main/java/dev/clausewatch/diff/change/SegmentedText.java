package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.events.ToolVersion;
import java.util.List;

/**
 * The text of a version, segmented into provisions.
 *
 * @param text in our text format
 * @param segmenter the segmenter and its version
 * @param provisions in order, with their ids
 */
public record SegmentedText(String text, ToolVersion segmenter, List<TrackedProvision> provisions) {

    public SegmentedText {
        provisions = List.copyOf(provisions);
    }

    List<Provision> withoutIds() {
        return provisions.stream().map(TrackedProvision::provision).toList();
    }
}
