package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.align.Lineage;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Heading;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.ProvisionChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Headings that say something else above clauses that stayed: each is an edit, and keeps the id it has from its first clause. */
final class HeadingEdits {

    private final Segmenter segmenter;

    HeadingEdits(Segmenter segmenter) {
        this.segmenter = segmenter;
    }

    /** The edited headings, in the order of the later text. */
    List<Difference> between(Reading before, Reading after, Alignment alignment) {
        List<RewordedSections.Reworded> reworded =
                RewordedSections.between(before.untracked(), after.untracked(), alignment);
        if (reworded.isEmpty()) {
            return List.of();
        }
        List<Heading> old = segmenter.headings(before.text());
        List<Heading> now = segmenter.headings(after.text());
        List<Difference> edits = new ArrayList<>();
        for (RewordedSections.Reworded section : reworded) {
            TrackedProvision clause = after.provisions().get(section.after());
            String id = Lineage.heading(clause.id(), section.level());
            TrackedProvision from = heading(id, old, before.untracked().get(section.before()), section.level());
            TrackedProvision to = heading(id, now, clause.provision(), section.level());
            if (from != null && to != null) {
                edits.add(new Difference(from, to, EnumSet.of(ProvisionChange.EDITED), List.of(), Set.of(), true));
            }
        }
        edits.sort(Comparator.comparingInt(HeadingEdits::start));
        return edits;
    }

    /** Both kinds of differences in the order of the later text. */
    static List<Difference> placed(List<Difference> edits, List<Difference> differences) {
        List<Difference> all = new ArrayList<>(differences.size() + edits.size());
        int next = 0;
        for (Difference difference : differences) {
            while (next < edits.size() && difference.after() != null && start(difference) > start(edits.get(next))) {
                all.add(edits.get(next++));
            }
            all.add(difference);
        }
        all.addAll(edits.subList(next, edits.size()));
        return all;
    }

    private static int start(Difference difference) {
        TrackedProvision after = difference.after();
        return after == null ? -1 : after.provision().start();
    }

    /** The nearest heading above a clause that has the clause's path up to a level. */
    private static @Nullable TrackedProvision heading(String id, List<Heading> headings, Provision clause, int level) {
        List<String> path = clause.headingPath().subList(0, level + 1);
        return headings.reversed().stream()
                .filter(heading ->
                        heading.start() < clause.start() && heading.path().equals(path))
                .findFirst()
                .map(heading -> new TrackedProvision(
                        id, Provision.of(path.subList(0, level), null, heading.text(), heading.start(), heading.end())))
                .orElse(null);
    }
}
