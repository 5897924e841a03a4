package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.segment.Interruption;
import dev.clausewatch.diff.segment.Outline;
import dev.clausewatch.diff.segment.Provision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * What became of the headings of two texts. A heading is kept when one of its clauses still stands below the same title; another
 * one came, went, or took the place of one that went.
 */
final class Sections {

    /** No position. */
    static final int NONE = -1;

    private final Side before;
    private final Side after;

    /**
     * A heading that changed.
     *
     * @param before its position in the earlier text's outline; {@link #NONE} when it came
     * @param after its position in the later text's outline; {@link #NONE} when it went
     */
    record Changed(int before, int after) {}

    /** One of the texts. */
    private static final class Side {

        private final List<Provision> provisions;
        private final Outline outline;
        /** Where a provision stands in the other text. */
        private final IntUnaryOperator other;

        private final BitSet kept = new BitSet();
        private final BitSet hasClausesThatStayed = new BitSet();
        private final int[] first;

        private Side(List<Provision> provisions, Outline outline, IntUnaryOperator other) {
            this.provisions = provisions;
            this.outline = outline;
            this.other = other;
            this.first = new int[outline.headings().size()];
            Arrays.fill(first, NONE);
            for (int clause = 0; clause < provisions.size(); clause++) {
                boolean stayed = other.applyAsInt(clause) >= 0;
                for (int heading : outline.above().get(clause)) {
                    if (first[heading] == NONE || (stayed && !hasClausesThatStayed.get(heading))) {
                        first[heading] = clause;
                        hasClausesThatStayed.set(heading, stayed);
                    }
                }
            }
        }

        private String title(int heading) {
            return outline.titles().get(heading);
        }

        /** The headings that the other text does not have there. */
        private BitSet changed(Side others, Set<Integer> told) {
            Set<Integer> starts = new HashSet<>();
            provisions.forEach(provision -> starts.add(provision.start()));
            Set<String> titles = Set.copyOf(others.outline.titles());
            BitSet quiet = quiet(told);
            BitSet changed = new BitSet();
            for (int heading = 0; heading < first.length; heading++) {
                Interruption.check();
                boolean section = first[heading] != NONE
                        && !starts.contains(outline.headings().get(heading).start());
                if (section && !kept.get(heading) && !title(heading).isEmpty()) {
                    changed.set(
                            heading,
                            hasClausesThatStayed.get(heading)
                                    ? !others.printsBefore(title(heading), other.applyAsInt(first[heading]))
                                    : quiet.get(heading) && !titles.contains(title(heading)));
                }
            }
            return changed;
        }

        /** The headings above nothing that is told of. */
        private BitSet quiet(Set<Integer> told) {
            BitSet quiet = new BitSet();
            quiet.set(0, first.length);
            for (int clause = 0; clause < provisions.size(); clause++) {
                if (told.contains(provisions.get(clause).start())) {
                    outline.above().get(clause).forEach(quiet::clear);
                }
            }
            return quiet;
        }

        /** A heading that became a paragraph right there, or a paragraph that became one, says what it said. */
        private boolean printsBefore(String title, int clause) {
            for (int position = clause - 1; position >= 0 && other.applyAsInt(position) < 0; position--) {
                Interruption.check();
                if (Outline.letters(provisions.get(position).words()).equals(title)) {
                    return !outline.isHeading(provisions.get(position));
                }
            }
            return false;
        }

        private String innermostTitle(int clause) {
            List<Integer> above = outline.above().get(clause);
            return above.isEmpty() ? "" : title(above.getLast());
        }

        private boolean takesStance(int clause) {
            List<Integer> above = outline.above().get(clause);
            return !above.isEmpty()
                    && NormativeHeading.matches(
                            outline.headings().get(above.getLast()).text());
        }

        private boolean isInnermostKept(int clause) {
            List<Integer> above = outline.above().get(clause);
            return above.isEmpty() || kept.get(above.getLast());
        }
    }

    Sections(List<Provision> before, List<Provision> after, Outline old, Outline now, Alignment alignment) {
        this.before = new Side(before, old, alignment::afterOf);
        this.after = new Side(after, now, alignment::beforeOf);
        for (int j = 0; j < after.size(); j++) {
            Interruption.check();
            for (Changed pair : above(j)) {
                if (this.before.title(pair.before()).equals(this.after.title(pair.after()))) {
                    this.before.kept.set(pair.before());
                    this.after.kept.set(pair.after());
                }
            }
        }
    }

    /** The first clause below a heading of the earlier text: one that stayed, if there is one. */
    int firstBefore(int heading) {
        return before.first[heading];
    }

    /** The first clause below a heading of the later text: one that was there before, if there is one. */
    int firstAfter(int heading) {
        return after.first[heading];
    }

    /**
     * The headings that changed; those that are provisions themselves are compared as such.
     *
     * @param toldBefore where the earlier text's provisions start that are told of: a heading that went with them goes without saying
     * @param toldAfter the same of the later text, for a heading that came
     */
    List<Changed> changed(Set<Integer> toldBefore, Set<Integer> toldAfter) {
        BitSet gone = before.changed(after, toldBefore);
        BitSet come = after.changed(before, toldAfter);
        List<Changed> changed = new ArrayList<>();
        for (Changed pair : pairs(gone, come)) {
            if (gone.get(pair.before()) && come.get(pair.after())) {
                gone.clear(pair.before());
                come.clear(pair.after());
                changed.add(pair);
            }
        }
        gone.stream().forEach(heading -> changed.add(new Changed(heading, NONE)));
        come.stream().forEach(heading -> changed.add(new Changed(NONE, heading)));
        return changed;
    }

    /** Whether a clause that stayed stands below another heading, both are in both texts, and one says something of what is below it. */
    boolean stoodElsewhere(int j) {
        int i = after.other.applyAsInt(j);
        return i >= 0
                && before.isInnermostKept(i)
                && after.isInnermostKept(j)
                && !before.innermostTitle(i).equals(after.innermostTitle(j))
                && (before.takesStance(i) || after.takesStance(j));
    }

    /** Of a heading that went and one that came above the same clauses: those that share most of them first. */
    private List<Changed> pairs(BitSet gone, BitSet come) {
        Map<Changed, Integer> shared = new LinkedHashMap<>();
        for (int j = 0; j < after.provisions.size(); j++) {
            Interruption.check();
            for (Changed pair : above(j)) {
                if (gone.get(pair.before()) && come.get(pair.after())) {
                    shared.merge(pair, 1, Integer::sum);
                }
            }
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Changed, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparingInt(this::levels))))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Each heading that stood above a later clause with each that stands above it. */
    private List<Changed> above(int j) {
        int i = after.other.applyAsInt(j);
        List<Changed> pairs = new ArrayList<>();
        if (i >= 0) {
            for (int now : after.outline.above().get(j)) {
                before.outline.above().get(i).forEach(old -> pairs.add(new Changed(old, now)));
            }
        }
        return pairs;
    }

    private int levels(Changed pair) {
        return Math.abs(before.outline.headings().get(pair.before()).path().size()
                - after.outline.headings().get(pair.after()).path().size());
    }
}
