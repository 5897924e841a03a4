package dev.clausewatch.diff.change;

import dev.clausewatch.diff.segment.TextNormalization;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Derives signals from the differences of two texts, each with its count. */
final class DifferenceSignals {

    /** Below this share of equal provisions a text counts as rewritten. */
    private static final double REWRITTEN = 0.2;

    private static final int REWRITTEN_FROM = 5;

    private DifferenceSignals() {}

    static List<Signal> of(ChangeKindInput facts) {
        return of(facts.differences(), facts.provisions(), facts.headings());
    }

    /**
     * Those of two texts.
     *
     * @param provisions how many the later one has
     * @param headings {@link HeadingChanges#describe} both
     */
    static List<Signal> of(List<Difference> differences, int provisions, String headings) {
        List<Signal> signals = new ArrayList<>();
        long substantive = differences.stream().filter(Difference::substantive).count();
        if (substantive > 0) {
            signals.add(new Signal(
                    "substantive-words",
                    "Provisions with other words: %d; new: %d; gone: %d."
                            .formatted(
                                    count(differences, d -> d.substantive() && d.before() != null && d.after() != null),
                                    count(differences, d -> d.substantive() && d.before() == null),
                                    count(differences, d -> d.substantive() && d.after() == null))));
        }
        long kept = provisions
                - differences.stream()
                        .filter(d -> d.substantive() && d.after() != null)
                        .count();
        if (provisions >= REWRITTEN_FROM && kept < REWRITTEN * provisions) {
            signals.add(new Signal(
                    "near-total-rewrite",
                    "%d of %d provisions say what they said before.".formatted(kept, provisions)));
        }
        add(
                signals,
                "whitespace-only",
                "in spaces",
                differences,
                d -> d.cosmetic().contains(TextNormalization.WHITESPACE));
        add(
                signals,
                "typography-only",
                "in punctuation, quotes, dashes or capitals",
                differences,
                d -> d.cosmetic().contains(TextNormalization.TYPOGRAPHY));
        add(signals, "markup-only", "in markup", differences, d -> d.cosmetic().contains(TextNormalization.MARKUP));
        add(
                signals,
                "link-targets-only",
                "in where links lead",
                differences,
                d -> d.cosmetic().contains(TextNormalization.LINK_TARGETS));
        add(
                signals,
                "dates-only",
                "in the dates of the document",
                differences,
                d -> d.cosmetic().contains(TextNormalization.DATES));
        add(
                signals,
                "furniture-only",
                "in the year of a copyright line, a counter or a style sheet",
                differences,
                d -> d.cosmetic().contains(TextNormalization.FURNITURE));
        add(
                signals,
                "renumbering-only",
                "in numbers",
                differences,
                d -> !d.substantive() && d.is(ProvisionChange.RENUMBERED));
        add(signals, "moved-only", "in place", differences, d -> !d.substantive() && d.is(ProvisionChange.MOVED));
        add(
                signals,
                "split-or-merged-only",
                "in how they are cut",
                differences,
                d -> !d.substantive() && (d.is(ProvisionChange.SPLIT) || d.is(ProvisionChange.MERGED)));
        add(
                signals,
                "navigation-only",
                "in what repeats a heading or says nothing",
                differences,
                d -> !d.substantive()
                        && d.cosmetic().isEmpty()
                        && (d.is(ProvisionChange.ADDED)
                                || d.is(ProvisionChange.REMOVED)
                                || d.is(ProvisionChange.EDITED)));
        if (!headings.isEmpty()) {
            signals.add(new Signal("headings-only", headings));
        }
        if (signals.isEmpty()) {
            signals.add(new Signal("whitespace-only", "The texts differ in nothing but the space between provisions."));
        }
        return signals;
    }

    private static void add(
            List<Signal> signals, String id, String where, List<Difference> differences, Predicate<Difference> test) {
        long count = count(differences, test);
        if (count > 0) {
            signals.add(new Signal(
                    id,
                    "%d %s only %s.".formatted(count, count == 1 ? "provision differs" : "provisions differ", where)));
        }
    }

    private static long count(List<Difference> differences, Predicate<Difference> test) {
        return differences.stream().filter(test).count();
    }
}
