package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.Signal;
import dev.clausewatch.events.TouchedProvision;
import java.util.Optional;
import java.util.Set;

/**
 * What the kind of a change implies for all its provisions: whether they changed in form only.
 *
 * @param all whether none of them is known to have changed in more than form
 * @param read whether they are read otherwise than before, so that whole clauses may come and go without a change of the page
 * @param words how the sentence of a provision that changed in form begins
 */
record FormOnlyChange(boolean all, boolean read, String words) {

    /** The differ's signal that the text before is an archive's and this one is ours. */
    private static final String FIRST_LIVE = "first-live-after-import";

    /** The differ's signal that words which no earlier version has came with another way of reading. */
    private static final String MAY_BE_NEW = "may-be-new";

    private static final FormOnlyChange SOME = new FormOnlyChange(false, false, "Only the form changed.");
    private static final FormOnlyChange FORM = new FormOnlyChange(true, false, SOME.words());
    private static final FormOnlyChange READING = new FormOnlyChange(true, true, "Only the reading changed.");
    private static final FormOnlyChange FIRST_READING =
            new FormOnlyChange(true, true, "Differs from the archive's version.");

    static FormOnlyChange of(ChangeDetected change) {
        if (mayBeNew(change)) {
            return SOME;
        }
        return change.verdict().kind() == ChangeKind.TECHNICAL
                        && firstLive(change).isPresent()
                ? FIRST_READING
                : of(change.verdict().kind());
    }

    static FormOnlyChange of(ChangeKind kind) {
        return switch (kind) {
            case EDITORIAL -> FORM;
            case TECHNICAL -> READING;
            case BASELINE, SUBSTANTIVE, REVERTED, SUSPECT, UNKNOWN -> SOME;
        };
    }

    /** Whether what a change shows may be new, although the page is read otherwise than before. */
    static boolean mayBeNew(ChangeDetected change) {
        return change.verdict().kind() == ChangeKind.TECHNICAL
                && signalled(change, MAY_BE_NEW).isPresent();
    }

    /** What the differ says of the first capture of ours after an import. */
    static Optional<String> firstLive(ChangeDetected change) {
        return signalled(change, FIRST_LIVE);
    }

    private static Optional<String> signalled(ChangeDetected change, String id) {
        return change.verdict().signals().stream()
                .filter(signal -> signal.id().equals(id))
                .map(Signal::detail)
                .findFirst();
    }

    /** Whether a provision changed in form only. */
    boolean holds(TouchedProvision touched, Edit edit) {
        return read || (all && MaterialityRules.isEdit(edit)) || MaterialityRules.isForm(touched, edit);
    }

    /**
     * What changed in a provision; of form only, or where little hangs on it, it says so.
     *
     * @param form whether it changed in form only
     */
    String sentence(boolean form, Materiality materiality, Set<ProvisionChange> what, Edit edit) {
        String sentence = ChangeSentence.of(what, edit);
        if (materiality != Materiality.EDITORIAL || edit.isEmpty()) {
            return sentence;
        }
        return form ? words + " " + sentence : sentence + " Judged to matter little.";
    }
}
