package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Lineage;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ChangeVerdict;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.Signal;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.events.ToolVersion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fallback comparison, line by line, for texts that cannot be compared provision by provision: a line either occurs in the other text or
 * does not. It does no linguistic analysis, so that its cost is bounded for any text.
 */
final class CoarseComparison {

    /** The line segmenter. Texts with this segmenter are segmented again after the next segmenter upgrade. */
    static final ToolVersion CUT = new ToolVersion("clausewatch-lines", Segmenter.VERSION.version());

    private static final String SIGNAL = "compared-by-lines";

    private final List<TrackedProvision> lines;
    private final List<Difference> differences;

    private CoarseComparison(List<TrackedProvision> lines, List<Difference> differences) {
        this.lines = List.copyOf(lines);
        this.differences = List.copyOf(differences);
    }

    /** Whether a text was segmented by lines. */
    static boolean isLineBased(SegmentedText reading) {
        return reading.segmenter().equals(CUT);
    }

    /**
     * Compares a text with the version before it.
     *
     * @param beforeText absent for the first version
     * @param beforeSnapshotId absent for the first version
     */
    static CoarseComparison of(SnapshotCaptured next, @Nullable String beforeText, @Nullable String beforeSnapshotId) {
        List<TrackedProvision> lines = tracked(next.document().id(), next.snapshotId(), next.text());
        if (beforeText == null || beforeSnapshotId == null) {
            return new CoarseComparison(lines, List.of());
        }
        return new CoarseComparison(
                lines, differences(tracked(next.document().id(), beforeSnapshotId, beforeText), lines));
    }

    /** The lines of one text that the other one does not have. */
    static List<Difference> differences(List<TrackedProvision> before, List<TrackedProvision> lines) {
        List<Difference> differences = new ArrayList<>();
        Map<String, Integer> standing = counts(before);
        for (TrackedProvision line : lines) {
            if (!take(standing, line)) {
                differences.add(difference(null, line, ProvisionChange.ADDED));
            }
        }
        Map<String, Integer> now = counts(lines);
        for (TrackedProvision line : before) {
            if (!take(now, line)) {
                differences.add(difference(line, null, ProvisionChange.REMOVED));
            }
        }
        return differences;
    }

    /** The lines of the new text, with ids of their own. */
    List<TrackedProvision> lines() {
        return lines;
    }

    List<Difference> differences() {
        return differences;
    }

    /** The decision with the signal that the previous version was segmented by lines. */
    static ChangeVerdict saying(ChangeVerdict verdict) {
        List<Signal> signals = new ArrayList<>(verdict.signals());
        signals.add(new Signal(
                SIGNAL, "The version before could not be read clause by clause, so whole lines are compared."));
        return verdict.withSignals(signals);
    }

    /** That whole lines are compared, and why. */
    static Signal signal(String reason) {
        return new Signal(
                SIGNAL,
                "The text could not be compared clause by clause: %s. Whole lines are compared instead."
                        .formatted(reason));
    }

    /** A changed text that could not be compared in detail alerts, since silence would mean that nothing changed. */
    static ChangeVerdict verdict(SnapshotCaptured next, boolean first, String reason) {
        List<Signal> signals = List.of(signal(reason));
        if (first) {
            return ChangeVerdict.silent(ChangeKind.BASELINE, signals, "baseline");
        }
        if (next.cause() != CaptureCause.SITE) {
            return ChangeVerdict.silent(ChangeKind.TECHNICAL, signals, "technical");
        }
        return next.origin() == Origin.LIVE
                ? ChangeVerdict.alerting(ChangeKind.SUBSTANTIVE, signals, "substantive")
                : ChangeVerdict.silent(ChangeKind.SUBSTANTIVE, signals, "imported");
    }

    private static Difference difference(
            @Nullable TrackedProvision before, @Nullable TrackedProvision after, ProvisionChange what) {
        return new Difference(before, after, EnumSet.of(what), List.of(), Set.of(), true);
    }

    private static Map<String, Integer> counts(List<TrackedProvision> lines) {
        Map<String, Integer> counts = new HashMap<>();
        lines.forEach(line -> counts.merge(line.provision().text(), 1, Integer::sum));
        return counts;
    }

    private static boolean take(Map<String, Integer> counts, TrackedProvision line) {
        int left = counts.getOrDefault(line.provision().text(), 0);
        if (left > 0) {
            counts.put(line.provision().text(), left - 1);
        }
        return left > 0;
    }

    /** Line ids have a form of their own, so that they cannot collide with provision ids of the previous snapshot. */
    static List<TrackedProvision> tracked(String documentId, String snapshotId, String text) {
        return Lineage.begin(documentId + "/lines", snapshotId, lines(text));
    }

    /** The lines of a text that are not blank; several together where there are more than a text may have provisions. */
    private static List<Provision> lines(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        int each = lines.size() / Segmenter.MOST_PROVISIONS + 1;
        List<Provision> provisions = new ArrayList<>();
        int start = 0;
        for (int first = 0; first < lines.size(); first += each) {
            String some = String.join("\n", lines.subList(first, Math.min(first + each, lines.size())));
            int end = start + TextFormat.length(some);
            if (!some.isBlank()) {
                provisions.add(Provision.line(some, start, end));
            }
            start = end + 1;
        }
        return provisions;
    }
}
