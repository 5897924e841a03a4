package dev.clausewatch.classifier.reclassification;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a reclassification changed a classification.
 *
 * @param change id
 * @param document id
 * @param before the earlier classification
 * @param after the classification that replaced it
 * @param different whether types, materiality or severity differ
 */
record Difference(String change, String document, Verdict before, Verdict after, boolean different) {

    /** An answer in short. */
    record Verdict(
            String ruleset,
            List<String> types,
            Materiality materiality,
            @Nullable Severity severity) {

        static Verdict of(ChangeClassified answer) {
            return new Verdict(
                    answer.classification().ruleset().version(),
                    answer.meaning().types(),
                    answer.meaning().materiality(),
                    answer.meaning().severity());
        }

        boolean saysTheSame(Verdict other) {
            return types.equals(other.types) && materiality == other.materiality && severity == other.severity;
        }
    }

    static Difference of(ChangeClassified before, ChangeClassified after) {
        Verdict was = Verdict.of(before);
        Verdict is = Verdict.of(after);
        return new Difference(before.change().changeId(), before.document().id(), was, is, !was.saysTheSame(is));
    }
}
