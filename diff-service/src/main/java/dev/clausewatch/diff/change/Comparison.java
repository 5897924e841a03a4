package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Interruption;
import dev.clausewatch.diff.segment.PrintedNumber;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.StatedDates;
import dev.clausewatch.diff.segment.Wording;
import dev.clausewatch.events.ProvisionChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that differs between two texts whose provisions are aligned, in the order of the later one. */
final class Comparison {

    private final List<TrackedProvision> before;
    private final List<TrackedProvision> after;
    private final Alignment alignment;
    private final CrossReferences references;
    private final Map<Integer, Integer> wholeOfPart = new HashMap<>();
    private final Map<Integer, Integer> wholeOfMerged = new HashMap<>();
    private final Set<String> titlesBefore;
    private final Set<String> titlesAfter;

    private Comparison(List<TrackedProvision> before, List<TrackedProvision> after, Alignment alignment) {
        this.before = before;
        this.after = after;
        this.alignment = alignment;
        this.references = new CrossReferences(before, after, alignment);
        alignment.splits().forEach((whole, parts) -> parts.forEach(part -> wholeOfPart.put(part, whole)));
        alignment.merges().forEach((whole, parts) -> parts.forEach(part -> wholeOfMerged.put(part, whole)));
        this.titlesBefore = titles(before);
        this.titlesAfter = titles(after);
    }

    static List<Difference> of(List<TrackedProvision> before, List<TrackedProvision> after, Alignment alignment) {
        return new Comparison(before, after, alignment).differences();
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
                differences.add(
                        new Difference(gone, null, EnumSet.of(ProvisionChange.MERGED), List.of(), Set.of(), true));
            }
            return;
        }
        boolean date = StatedDates.only(gone.provision().body());
        differences.add(new Difference(
                gone,
                null,
                EnumSet.of(ProvisionChange.REMOVED),
                List.of(),
                date ? EnumSet.of(Wording.DATES) : Set.of(),
                !date && hasWordsOfItsOwn(gone.provision(), titlesBefore)));
    }

    private Difference added(int j) {
        TrackedProvision now = after.get(j);
        Integer whole = wholeOfPart.get(j);
        if (whole != null) {
            return new Difference(
                    null, now, EnumSet.of(ProvisionChange.SPLIT), ids(List.of(whole)), Set.of(), !sameWords(whole));
        }
        boolean date = StatedDates.only(now.provision().body());
        return new Difference(
                null,
                now,
                EnumSet.of(ProvisionChange.ADDED),
                List.of(),
                date ? EnumSet.of(Wording.DATES) : Set.of(),
                !date && hasWordsOfItsOwn(now.provision(), titlesAfter));
    }

    private @Nullable Difference paired(int i, int j) {
        Provision old = before.get(i).provision();
        Provision now = after.get(j).provision();
        EnumSet<ProvisionChange> what = EnumSet.noneOf(ProvisionChange.class);
        if (alignment.moved(j)) {
            what.add(ProvisionChange.MOVED);
        }
        if (PrintedNumber.differ(old.number(), now.number())) {
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
        Set<Wording> cosmetic = Set.of();
        boolean substantive = false;
        if (!old.words().equals(now.words())) {
            if (references.onlyFollow(old.body(), now.body())) {
                what.add(ProvisionChange.RENUMBERED);
            } else {
                what.add(ProvisionChange.EDITED);
                substantive = hasWordsOfItsOwn(old, titlesBefore) || hasWordsOfItsOwn(now, titlesAfter);
            }
        } else if (!old.body().equals(now.body())) {
            what.add(ProvisionChange.EDITED);
            cosmetic = Wording.layersThatDiffer(old, now);
        }
        return what.isEmpty()
                ? null
                : new Difference(before.get(i), after.get(j), what, List.of(), cosmetic, substantive);
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
        List<Provision> parts = positions.stream()
                .map(position -> provisions.get(position).provision())
                .toList();
        return joined(parts, Provision::words).equals(whole.provision().words())
                || joined(parts, Comparison::printed).equals(printed(whole.provision()));
    }

    private static String printed(Provision provision) {
        return Wording.of(provision.text());
    }

    private static String joined(List<Provision> parts, Function<Provision, String> words) {
        return parts.stream().map(words).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private List<String> ids(List<Integer> positions) {
        return positions.stream().map(position -> before.get(position).id()).toList();
    }

    /** A line that only repeats a heading, as tables of contents do, says nothing. */
    private static boolean hasWordsOfItsOwn(Provision provision, Set<String> titles) {
        return !provision.words().isEmpty() && !titles.contains(provision.words());
    }

    private static Set<String> titles(List<TrackedProvision> provisions) {
        Map<String, String> words = new HashMap<>();
        List<String> last = List.of();
        for (TrackedProvision provision : provisions) {
            List<String> path = provision.provision().headingPath();
            if (!path.equals(last)) {
                path.forEach(title -> words.computeIfAbsent(title, it -> Wording.of(PrintedNumber.without(it))));
                last = path;
            }
        }
        return Set.copyOf(words.values());
    }
}
