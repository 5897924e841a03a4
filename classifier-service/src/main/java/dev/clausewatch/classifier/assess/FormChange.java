package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionChange;
import java.util.Set;

/**
 * What a kind of change says beforehand of all its provisions.
 *
 * @param all whether none of them changed in more than form
 * @param words how the sentence of such a provision begins
 */
record FormChange(boolean all, String words) {

    static FormChange of(ChangeKind kind) {
        return switch (kind) {
            case EDITORIAL -> new FormChange(true, "Only the form changed.");
            case TECHNICAL -> new FormChange(true, "Only the reading changed.");
            case BASELINE, SUBSTANTIVE, REVERTED, SUSPECT, UNKNOWN -> new FormChange(false, "Only the form changed.");
        };
    }

    /** What changed in a provision; of form only, it says so. */
    String sentence(Materiality materiality, Set<ProvisionChange> what, Edit edit) {
        String sentence = ChangeSentence.of(what, edit);
        return materiality != Materiality.EDITORIAL || edit.isEmpty() ? sentence : words + " " + sentence;
    }
}
