package dev.clausewatch.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a touched provision means.
 *
 * @param provisionId of {@link TouchedProvision#provisionId}
 * @param assessment whether it could be read
 * @param note why not, where it could not
 * @param types what it does; zero to three
 * @param areas which law is engaged; follows from the types
 * @param instruments ids of the register
 * @param materiality how much the change of it matters
 * @param severity how bad it is; absent without a type, and when only the form changed
 * @param sentence what changed, in one plain sentence
 * @param severityReasons why it is as severe, in sentences that quote its words; stable codes in events of earlier releases; empty without a type
 */
public record ClassifiedProvision(
        String provisionId,
        Assessment assessment,
        @Nullable String note,
        List<ProvisionType> types,
        List<String> areas,
        List<String> instruments,
        Materiality materiality,
        @Nullable Severity severity,
        String sentence,
        List<String> severityReasons) {

    public ClassifiedProvision {
        Required.text(provisionId, "provisionId");
        Required.present(assessment, "assessment");
        Required.present(materiality, "materiality");
        Required.present(sentence, "sentence");
        types = Lists.copy(types);
        areas = Lists.copy(areas);
        instruments = Lists.copy(instruments);
        severityReasons = Lists.copy(severityReasons);
    }

    /** The same with other words for its types, such as fewer spans of evidence. */
    public ClassifiedProvision withTypes(List<ProvisionType> others) {
        return new ClassifiedProvision(
                provisionId,
                assessment,
                note,
                others,
                areas,
                instruments,
                materiality,
                severity,
                sentence,
                severityReasons);
    }

    /** The same in another sentence. */
    public ClassifiedProvision withSentence(String other) {
        return new ClassifiedProvision(
                provisionId,
                assessment,
                note,
                types,
                areas,
                instruments,
                materiality,
                severity,
                other,
                severityReasons);
    }
}
