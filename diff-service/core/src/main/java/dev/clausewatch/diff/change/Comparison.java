package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Interruption;
import dev.clausewatch.diff.segment.PrintedNumber;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.diff.segment.TextNormalization;
import dev.clausewatch.events.ProvisionChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that differs between two texts whose provisions are aligned, in the order of the later one. */
final class Comparison {

    private final List<TrackedProvision> before;
    private final List<TrackedProvision> after;
    private final Alignment alignment;
    private final IntPredicate stoodElsewhere;
    private final CrossReferences references;
    private final Map<Integer, Integer> wholeOfPart = new HashMap<>();
    private final Map<Integer, Integer> wholeOfMerged = new HashMap<>();
    private final Set<String> titles;

    private Comparison(
            List<TrackedProvision> before,
            List<TrackedProvision> after,
            Alignment alignment,
            IntPredicate stoodElsewhere) {
        this.before = before;
        this.after = after;
        this.alignment = alignment;
        this.stoodElsewhere = stoodElsewhere;
        this.references = new CrossReferences(before, after, alignment);
        alignment.splits().forEach((whole, parts) -> parts.forEach(part -> wholeOfPart.put(part, whole)));
        alignment.merges().forEach((whole, parts) -> parts.forEach(part -> wholeOfMerged.put(part, whole)));
        this.titles = titles(before);
        titles.addAll(titles(after));
    }

    /**
     * The differences.
     *
     * @param stoodElsewhere whether the later provision at a position stands below another heading or in another list than it did
     */
    static List<Difference> of(
            List<TrackedProvision> before,
            List<TrackedProvision> after,
            Alignment alignment,
            IntPredicate stoodElsewhere) {
        return new Comparison(before, after, alignment, stoodElsewhere).differences();
    }

    private List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        int next = 0;
        for (int j = 0; j < after.size(); j++) {
            Interruption.check();
            int i = alignment.beforeOf(j);
            if (i >= 0 && !alignment.moved(j)) {
                while (next < i) {
                    removed(next++, differences);
                }
                next = Math.max(next, i + 1);
            }
            Difference difference = i < 0 ? added(j) : paired(i, j);
            if (difference != null) {
                differences.add(difference);
            }
        }
        while (next < before.size()) {
            removed(next++, differences);
        }
        return differences;
    }

    private void removed(int i, List<Difference> differences) {
        if (alignment.afterOf(i) >= 0) {
            return;
        }
        TrackedProvision gone = before.get(i);
        Integer whole = wholeOfMerged.get(i);
        if (whole != null) {
            if (!saysWhatWasMerged(whole)) {
                differences.add(new Difference(
                        gone,
                        null,
                        EnumSet.of(ProvisionChange.MERGED, ProvisionChange.EDITED),
                        List.of(),
                        Set.of(),
                        true));
            }
            return;
        }
        boolean date = gone.provision().statesDateOnly();
        differences.add(new Difference(
                gone,
                null,
                EnumSet.of(alignment.stillStands(i) ? ProvisionChange.MERGED : ProvisionChange.REMOVED),
                List.of(),
                date ? EnumSet.of(TextNormalization.DATES) : Set.of(),
                !date && !alignment.wasCopy(i) && hasWordsOfItsOwn(gone.provision())));
    }

    private Difference added(int j) {
        TrackedProvision now = after.get(j);
        Integer whole = wholeOfPart.get(j);
        if (whole != null) {
            boolean same = sameWords(whole);
            EnumSet<ProvisionChange> what = EnumSet.of(ProvisionChange.SPLIT);
            if (!same) {
                what.add(ProvisionChange.EDITED);
            }
            return new Difference(null, now, what, ids(List.of(whole)), Set.of(), !same);
        }
        boolean date = now.provision().statesDateOnly();
        return new Difference(
                null,
                now,
                EnumSet.of(alignment.stood(j) ? ProvisionChange.SPLIT : ProvisionChange.ADDED),
                ids(alignment.sources(j)),
                date ? EnumSet.of(TextNormalization.DATES) : Set.of(),
                !date && !alignment.isCopy(j) && hasWordsOfItsOwn(now.provision()));
    }

    private @Nullable Difference paired(int i, int j) {
        Provision old = before.get(i).provision();
        Provision now = after.get(j).provision();
        EnumSet<ProvisionChange> what = EnumSet.noneOf(ProvisionChange.class);
        if (alignment.moved(j)) {
            what.add(ProvisionChange.MOVED);
        }
        if (PrintedNumber.differ(old.number(), now.number()) && !isCountedInOneOnly(old, now)) {
            what.add(ProvisionChange.RENUMBERED);
        }
        List<Integer> parts = alignment.splits().get(i);
        List<Integer> wholes = alignment.merges().get(j);
        if (parts != null || wholes != null) {
            return rearranged(i, j, parts, wholes, what);
        }
        return reworded(i, j, what);
    }

    private Difference rearranged(
            int i,
            int j,
            @Nullable List<Integer> parts,
            @Nullable List<Integer> wholes,
            EnumSet<ProvisionChange> what) {
        boolean same = true;
        Set<Integer> from = new HashSet<>();
        if (parts != null) {
            what.add(ProvisionChange.SPLIT);
            from.add(i);
            same = sameWords(i);
        }
        if (wholes != null) {
            what.add(ProvisionChange.MERGED);
            from.addAll(wholes);
            same &= saysWhatWasMerged(j);
        }
        if (!same) {
            what.add(ProvisionChange.EDITED);
        }
        return new Difference(
                before.get(i), after.get(j), what, ids(from.stream().sorted().toList()), Set.of(), !same);
    }

    private @Nullable Difference reworded(int i, int j, EnumSet<ProvisionChange> what) {
        Provision old = before.get(i).provision();
        Provision now = after.get(j).provision();
        Set<TextNormalization> cosmetic = Set.of();
        boolean substantive = stoodElsewhere.test(j) && hasWordsOfItsOwn(now);
        if (substantive) {
            what.add(ProvisionChange.MOVED);
        }
        if (isCountedInOneOnly(old, now)) {
            if (!old.text().equals(now.text())) {
                what.add(ProvisionChange.EDITED);
                cosmetic = EnumSet.of(TextNormalization.TYPOGRAPHY);
            }
        } else if (!old.words().equals(now.words())) {
            if (references.onlyFollow(old.body(), now.body())) {
                what.add(ProvisionChange.RENUMBERED);
            } else {
                what.add(ProvisionChange.EDITED);
                substantive |= hasWordsOfItsOwn(old) || hasWordsOfItsOwn(now);
            }
        } else if (!old.body().equals(now.body())) {
            what.add(ProvisionChange.EDITED);
            cosmetic = TextNormalization.layersThatDiffer(old, now);
        }
        return what.isEmpty()
                ? null
                : new Difference(before.get(i), after.get(j), what, List.of(), cosmetic, substantive);
    }

    /** Whether two provisions say the same with the same number, which is in sequence in one of the texts only. */
    private static boolean isCountedInOneOnly(Provision old, Provision now) {
        return (old.number() == null) != (now.number() == null)
                && TextNormalization.of(old.text()).equals(TextNormalization.of(now.text()));
    }

    /** Whether the parts of a split provision say together what it said. */
    private boolean sameWords(int whole) {
        return saySameTogether(before.get(whole), after, alignment.splits().getOrDefault(whole, List.of()));
    }

    /** Whether a merged provision says what its parts said together. */
    private boolean saysWhatWasMerged(int whole) {
        return saySameTogether(after.get(whole), before, alignment.merges().getOrDefault(whole, List.of()));
    }

    /** Also with the labels of an enumeration, which are words in a sentence and numbers at the start of a line. */
    private static boolean saySameTogether(
            TrackedProvision whole, List<TrackedProvision> provisions, List<Integer> positions) {
        if (positions.getLast() - positions.getFirst() >= positions.size()) {
            // What stood apart said what the clauses around it made of it.
            return false;
        }
        List<Provision> parts = positions.stream()
                .map(position -> provisions.get(position).provision())
                .toList();
        return joined(parts, Provision::words).equals(whole.provision().words())
                || joined(parts, Comparison::printed).equals(printed(whole.provision()));
    }

    private static String printed(Provision provision) {
        return TextNormalization.of(provision.text());
    }

    private static String joined(List<Provision> parts, Function<Provision, String> words) {
        return parts.stream().map(words).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private List<String> ids(List<Integer> positions) {
        return positions.stream().map(position -> before.get(position).id()).toList();
    }

    /** A line that only repeats a heading with clauses below it, as tables of contents do, says nothing. */
    private boolean hasWordsOfItsOwn(Provision provision) {
        return !provision.words().isEmpty() && !titles.contains(provision.words());
    }

    /** The titles of sections that say more than their title. */
    private static Set<String> titles(List<TrackedProvision> provisions) {
        Map<String, String> words = new HashMap<>();
        Set<String> titles = new HashSet<>();
        for (TrackedProvision provision : provisions) {
            String clause = provision.provision().words();
            for (String title : provision.provision().headingPath()) {
                String said = words.computeIfAbsent(title, it -> TextNormalization.of(PrintedNumber.without(it)));
                if (!clause.isEmpty() && !clause.equals(said) && !Segmenter.isSentence(said)) {
                    titles.add(said);
                }
            }
        }
        return titles;
    }
}
