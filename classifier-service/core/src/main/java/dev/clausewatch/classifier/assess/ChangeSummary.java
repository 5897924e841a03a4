package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.TouchedProvision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The summary of a change: which document, how much, the sentences that matter most, what is worse or better in the worst, and why it matters. */
final class ChangeSummary {

    private static final Comparator<Assessed> WORST_FIRST = Comparator.comparing(
            Assessed::provision,
            Comparator.comparing(ClassifiedProvision::materiality)
                    .thenComparing(ClassifiedProvision::severity, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(ChangeSummary::isWorse)
                    .reversed());
    private static final int SENTENCES = 3;
    private static final int REASONS = 2;

    private final Register register;

    ChangeSummary(Register register) {
        this.register = register;
    }

    /**
     * The summary of a change.
     *
     * @param provisions those whose change matters; all of them, when none does
     */
    String of(ChangeDetected change, List<Assessed> provisions) {
        if (isFormOnly(change, provisions)) {
            return opening(change, true);
        }
        List<String> parts = new ArrayList<>();
        parts.add(opening(change, false));
        List<Assessed> worst = provisions.stream()
                .filter(assessed -> !assessed.provision().sentence().isEmpty())
                .sorted(WORST_FIRST)
                .toList();
        worst.stream()
                .limit(SENTENCES)
                .map(assessed -> assessed.provision().sentence())
                .forEach(parts::add);
        worst.stream()
                .limit(1)
                .map(assessed -> assessed.provision().difference())
                .filter(Objects::nonNull)
                .map(Difference::reason)
                .filter(Objects::nonNull)
                .forEach(parts::add);
        worst.stream()
                .filter(Assessed::matters)
                .flatMap(assessed -> assessed.types().stream())
                .distinct()
                .limit(REASONS)
                .map(type -> register.type(type).whyItMatters())
                .filter(Objects::nonNull)
                .forEach(parts::add);
        return String.join(" ", parts);
    }

    private static boolean isWorse(ClassifiedProvision provision) {
        Difference difference = provision.difference();
        return difference != null && difference.direction() == Direction.WORSE;
    }

    private static boolean isFormOnly(ChangeDetected change, List<Assessed> provisions) {
        return provisions.isEmpty()
                ? change.verdict().kind() == ChangeKind.EDITORIAL
                : provisions.stream().allMatch(Assessed::form);
    }

    private static String opening(ChangeDetected change, boolean formOnly) {
        String document =
                change.document().platform() + ", " + change.document().termsType();
        return switch (change.verdict().kind()) {
            case BASELINE ->
                document + ": first version, with " + count(change.provisions().size(), "provision") + ".";
            case SUBSTANTIVE, EDITORIAL, UNKNOWN ->
                document + (formOnly ? " changed in form only: " : " changed: ") + touched(change.touched()) + ".";
            case REVERTED ->
                document + " went back to an earlier text" + (formOnly ? ", in form only: " : ": ")
                        + touched(change.touched()) + ".";
            case TECHNICAL ->
                document
                        + FormOnlyChange.firstLive(change)
                                .map(detail -> ": " + detail)
                                .orElse(
                                        FormOnlyChange.mayBeNew(change)
                                                ? " is read differently, and what came with it may be new: "
                                                        + touched(change.touched()) + "."
                                                : " is read differently; the page is not known to have changed.");
            case SUSPECT ->
                document
                        + (change.provenance().origin() == Origin.IMPORT
                                ? " may not be whole in the archive it was imported from: "
                                : " may not have been captured well: ")
                        + touched(change.touched()) + ".";
        };
    }

    private static String touched(List<TouchedProvision> touched) {
        long added = count(touched, ProvisionChange.ADDED);
        long removed = count(touched, ProvisionChange.REMOVED);
        List<String> parts = new ArrayList<>();
        addPart(parts, touched.size() - added - removed, "changed");
        addPart(parts, added, "added");
        addPart(parts, removed, "removed");
        return parts.isEmpty() ? "no provision" : String.join(", ", parts);
    }

    private static void addPart(List<String> parts, long number, String verb) {
        if (number > 0) {
            parts.add((parts.isEmpty() ? count(number, "provision") : Long.toString(number)) + " " + verb);
        }
    }

    private static long count(List<TouchedProvision> touched, ProvisionChange what) {
        return touched.stream()
                .filter(provision -> provision.what().contains(what))
                .count();
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
