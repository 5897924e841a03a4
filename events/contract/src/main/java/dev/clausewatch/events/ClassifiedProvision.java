package dev.clausewatch.events;

import java.util.List;
import java.util.function.UnaryOperator;
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
 * @param severity how much hangs on the difference; absent where it was not assessed, and where nothing for a reader changed
 * @param sentence what changed, in one plain sentence
 * @param severityReasons why it is as severe, in sentences that quote its words; stable codes in events of earlier releases; empty without a severity
 * @param difference what the words that changed come to; absent where it was not assessed, and where nothing for a reader changed
 * @param machineReading what a language model of the user's own read in it; absent where none was asked
 * @param laws the laws of {@code instruments} in the same order, named ones first, with the place in each; absent in events of earlier releases
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
        List<String> severityReasons,
        @Nullable Difference difference,
        @Nullable MachineReading machineReading,
        @Nullable List<EngagedLaw> laws) {

    public ClassifiedProvision {
        Required.text(provisionId, "provisionId");
        Required.present(assessment, "assessment");
        Required.present(materiality, "materiality");
        Required.present(sentence, "sentence");
        types = Lists.copy(types);
        areas = Lists.copy(areas);
        instruments = Lists.copy(instruments);
        severityReasons = Lists.copy(severityReasons);
        laws = laws == null ? null : List.copyOf(laws);
    }

    /** A provision without a difference that anybody judged, and that no language model was asked about. */
    public ClassifiedProvision(
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
        this(
                provisionId,
                assessment,
                note,
                types,
                areas,
                instruments,
                materiality,
                severity,
                sentence,
                severityReasons,
                null,
                null,
                null);
    }

    /** The same with other words for each type, such as fewer spans of evidence, also for those of a language model. */
    public ClassifiedProvision mapTypes(UnaryOperator<ProvisionType> change) {
        return new ClassifiedProvision(
                provisionId,
                assessment,
                note,
                types.stream().map(change).toList(),
                areas,
                instruments,
                materiality,
                severity,
                sentence,
                severityReasons,
                difference,
                machineReading == null ? null : machineReading.mapTypes(change),
                laws);
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
                severityReasons,
                difference,
                machineReading,
                laws);
    }

    /** The same with what the words that changed come to, and how much hangs on them. */
    public ClassifiedProvision withDifference(Difference other, Severity howBad, List<String> reasons) {
        return new ClassifiedProvision(
                provisionId,
                assessment,
                note,
                types,
                areas,
                instruments,
                materiality,
                howBad,
                sentence,
                reasons,
                other,
                machineReading,
                laws);
    }

    /** The same with what the words that changed come to, told otherwise or not at all. */
    public ClassifiedProvision withDifference(@Nullable Difference other) {
        return new ClassifiedProvision(
                provisionId,
                assessment,
                note,
                types,
                areas,
                instruments,
                materiality,
                severity,
                sentence,
                severityReasons,
                other,
                machineReading,
                laws);
    }

    /** The same beside what a language model read in it. */
    public ClassifiedProvision withMachineReading(@Nullable MachineReading reading) {
        return new ClassifiedProvision(
                provisionId,
                assessment,
                note,
                types,
                areas,
                instruments,
                materiality,
                severity,
                sentence,
                severityReasons,
                difference,
                reading,
                laws);
    }

    /** The same with the laws that it engages. */
    public ClassifiedProvision withLaws(List<EngagedLaw> engaged) {
        return new ClassifiedProvision(
                provisionId,
                assessment,
                note,
                types,
                areas,
                engaged.stream().map(EngagedLaw::instrument).distinct().toList(),
                materiality,
                severity,
                sentence,
                severityReasons,
                difference,
                machineReading,
                engaged);
    }
}
