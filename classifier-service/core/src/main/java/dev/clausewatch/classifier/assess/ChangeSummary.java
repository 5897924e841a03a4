package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.TouchedProvision;
import java.util.ArrayList;
import java.util.List;

/** The summary of a change: which document, how much, what the worst of it does to whom, and how much there is besides. */
final class ChangeSummary {

    private static final int SENTENCES = 3;

    private ChangeSummary() {}

    /**
     * The summary of a change.
     *
     * @param provisions those whose change matters, the worst first; all of them, when none does
     */
    static String of(ChangeDetected change, List<Assessed> provisions) {
        if (isFormOnly(change, provisions)) {
            return opening(change, true);
        }
        List<String> parts = new ArrayList<>();
        parts.add(opening(change, false));
        List<String> told = provisions.stream()
                .map(ChangeSummary::sentence)
                .filter(sentence -> !sentence.isEmpty())
                .distinct()
                .limit(SENTENCES)
                .toList();
        parts.addAll(told);
        long unread = provisions.stream().filter(one -> !one.isAssessed()).count();
        if (unread > 0) {
            parts.add(
                    unread == provisions.size()
                            ? provisions.size() == 1 ? "It could not be assessed." : "None of them could be assessed."
                            : unread + " of them could not be assessed.");
        }
        long rest = provisions.stream().filter(Assessed::isAssessed).count() - told.size();
        if (rest > 0 && !told.isEmpty()) {
            parts.add("And " + rest + (isSmall(provisions, told.size()) ? " smaller" : " more")
                    + (rest == 1 ? " change." : " changes."));
        }
        return String.join(" ", parts);
    }

    /** What a change comes to, or, where nothing is said of that, how the words changed. */
    private static String sentence(Assessed assessed) {
        String consequence = assessed.consequence();
        if (consequence != null) {
            return consequence.endsWith("\u2026") || consequence.endsWith(".") ? consequence : consequence + ".";
        }
        return assessed.provision().sentence();
    }

    private static boolean isSmall(List<Assessed> provisions, int told) {
        return provisions.stream().skip(told).allMatch(one -> one.provision().materiality() != Materiality.MATERIAL);
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
