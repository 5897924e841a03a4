package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.align.Lineage;
import dev.clausewatch.diff.align.ProvisionAligner;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Heading;
import dev.clausewatch.diff.segment.Outline;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.ProvisionChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Headings that came, went or say something else above clauses that stayed: each keeps the id it has from its first clause. */
final class HeadingEdits {

    private final SegmentedText before;
    private final SegmentedText after;
    private final Alignment alignment;
    private final Outline old;
    private final Outline now;
    private final Sections sections;
    private final ListIntros intros;
    private final Set<String> ids = new HashSet<>();

    /** A difference and where it stands in the later text. */
    private record Placed(int at, Difference difference) {}

    HeadingEdits(Segmenter segmenter, SegmentedText before, SegmentedText after, Alignment alignment) {
        this.before = before;
        this.after = after;
        this.alignment = alignment;
        this.old = Outline.of(segmenter.headings(before.text()), before.withoutIds());
        this.now = Outline.of(segmenter.headings(after.text()), after.withoutIds());
        this.sections = new Sections(before.withoutIds(), after.withoutIds(), old, now, alignment);
        this.intros = new ListIntros(before.withoutIds(), after.withoutIds(), alignment);
    }

    /** Whether clauses that stayed stand below headings or words that say something else. */
    boolean any() {
        for (int j = 0; j < after.provisions().size(); j++) {
            if (stoodElsewhere(j)) {
                return true;
            }
        }
        return !sections.changed(starts(before), starts(after)).isEmpty();
    }

    /** Whether a clause that stayed went from below one heading to below another one, or from list to list. */
    boolean stoodElsewhere(int j) {
        return sections.stoodElsewhere(j) || intros.stoodElsewhere(j);
    }

    /** The differences of clauses and, among them, those of headings, in the order of the later text. */
    List<Difference> placedAmong(List<Difference> clauses) {
        List<Placed> edits = new ArrayList<>();
        for (Sections.Changed changed :
                sections.changed(starts(clauses, Difference::before), starts(clauses, Difference::after))) {
            Placed edit = edit(changed);
            if (edit != null) {
                edits.add(edit);
            }
        }
        sayWhatStands(edits);
        edits.sort(Comparator.comparingInt(Placed::at));
        List<Difference> all = new ArrayList<>(clauses.size() + edits.size());
        int next = 0;
        for (Difference difference : clauses) {
            TrackedProvision stands = difference.after();
            while (stands != null
                    && next < edits.size()
                    && stands.provision().start() >= edits.get(next).at()) {
                all.add(edits.get(next++).difference());
            }
            all.add(difference);
        }
        edits.subList(next, edits.size()).forEach(edit -> all.add(edit.difference()));
        return all;
    }

    /** A long heading neither came nor went when the other text has its words in a clause or in another heading. */
    private void sayWhatStands(List<Placed> edits) {
        rename(edits, ProvisionChange.ADDED, Difference::after, before, ProvisionChange.SPLIT);
        rename(edits, ProvisionChange.REMOVED, Difference::before, after, ProvisionChange.MERGED);
    }

    private static void rename(
            List<Placed> edits,
            ProvisionChange what,
            Function<Difference, @Nullable TrackedProvision> side,
            SegmentedText other,
            ProvisionChange truly) {
        List<Integer> places = new ArrayList<>();
        List<Provision> headings = new ArrayList<>();
        for (int k = 0; k < edits.size(); k++) {
            Difference edit = edits.get(k).difference();
            TrackedProvision heading = edit.is(what) ? side.apply(edit) : null;
            if (heading != null) {
                places.add(k);
                headings.add(heading.provision());
            }
        }
        for (int found : ProvisionAligner.standing(headings, other.withoutIds())) {
            Placed edit = edits.get(places.get(found));
            Difference difference = edit.difference();
            edits.set(
                    places.get(found),
                    new Placed(
                            edit.at(),
                            new Difference(
                                    difference.before(),
                                    difference.after(),
                                    EnumSet.of(truly),
                                    List.of(),
                                    Set.of(),
                                    difference.substantive())));
        }
    }

    private @Nullable Placed edit(Sections.Changed changed) {
        if (changed.after() == Sections.NONE) {
            int i = sections.firstBefore(changed.before());
            TrackedProvision clause = before.provisions().get(i);
            TrackedProvision gone = tracked(old.headings().get(changed.before()), clause);
            int j = alignment.afterOf(i);
            int at = j < 0
                    ? Integer.MAX_VALUE
                    : after.provisions().get(j).provision().start();
            return placed(at, gone, null, ProvisionChange.REMOVED);
        }
        Heading heading = now.headings().get(changed.after());
        TrackedProvision stands = tracked(heading, after.provisions().get(sections.firstAfter(changed.after())));
        if (changed.before() == Sections.NONE) {
            return placed(heading.start(), null, stands, ProvisionChange.ADDED);
        }
        TrackedProvision was =
                new TrackedProvision(stands.id(), provision(old.headings().get(changed.before())));
        return placed(heading.start(), was, stands, ProvisionChange.EDITED);
    }

    /** Null where another heading above the same clause is told already: ids are of one heading each. */
    private @Nullable Placed placed(
            int at, @Nullable TrackedProvision was, @Nullable TrackedProvision stands, ProvisionChange what) {
        TrackedProvision named = stands != null ? stands : was;
        if (named == null || !ids.add(named.id())) {
            return null;
        }
        return new Placed(at, new Difference(was, stands, EnumSet.of(what), List.of(), Set.of(), true));
    }

    private static TrackedProvision tracked(Heading heading, TrackedProvision clause) {
        return new TrackedProvision(Lineage.heading(clause.id(), heading.path().size() - 1), provision(heading));
    }

    private static Provision provision(Heading heading) {
        List<String> above = heading.path().subList(0, heading.path().size() - 1);
        return Provision.of(above, null, heading.text(), heading.start(), heading.end());
    }

    /** Where the provisions stand that are told of. */
    private static Set<Integer> starts(
            List<Difference> clauses, Function<Difference, @Nullable TrackedProvision> side) {
        Set<Integer> starts = new HashSet<>();
        for (Difference difference : clauses) {
            TrackedProvision told = difference.substantive() ? side.apply(difference) : null;
            if (told != null) {
                starts.add(told.provision().start());
            }
        }
        return starts;
    }

    private static Set<Integer> starts(SegmentedText reading) {
        return reading.withoutIds().stream().map(Provision::start).collect(Collectors.toSet());
    }
}
