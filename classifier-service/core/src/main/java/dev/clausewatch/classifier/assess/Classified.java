package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change means: everything of {@link dev.clausewatch.events.ChangeClassified} but the change itself, ids and times.
 *
 * @param provisions one for each touched provision, in the same order
 * @param types all types of the provisions that matter; of all, when none does
 * @param areas the areas of those provisions
 * @param materiality the highest of the provisions
 * @param severity the highest of the provisions that matter; absent without a type and when only the form changed
 * @param summary plain sentences
 * @param alert whether subscribers are told
 * @param alertReason stable code: {@code material-change}, {@code minor-change}, {@code not-assessed}, {@code below-threshold} or
 *     {@code not-alertable}
 */
public record Classified(
        List<ClassifiedProvision> provisions,
        List<String> types,
        List<String> areas,
        Materiality materiality,
        @Nullable Severity severity,
        String summary,
        boolean alert,
        String alertReason) {

    public Classified {
        provisions = List.copyOf(provisions);
        types = List.copyOf(types);
        areas = List.copyOf(areas);
    }
}
