package dev.clausewatch.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change means: the change itself and, per touched provision, types, areas, evidence and severity.
 *
 * @param document the document
 * @param classificationId {@link Ids#classification}
 * @param correction 0 by machine, then 1, 2 … ; readers keep the highest
 * @param cause why it was classified
 * @param ruleset the rules (and model) that decided
 * @param classifiedAt when
 * @param change the change, whole
 * @param provisions one for each touched provision, in the same order
 * @param types all types of its provisions
 * @param areas all areas of its provisions
 * @param materiality the highest of its provisions
 * @param severity the highest of its provisions; absent without a type
 * @param summary what changed and why it matters, in plain sentences
 * @param alert whether subscribers are told: alertable, and material enough; when the change waits, told with {@code change.settled};
 *     of a later answer what the first one said, since only that one is told
 * @param alertReason stable code for that
 * @param corrections what reviewers said of its provisions and holds, at most one of each provision
 * @param machineSummary what a language model wrote beside the summary; absent when none was asked
 */
public record ChangeClassified(
        DocumentRef document,
        String classificationId,
        int correction,
        ClassificationCause cause,
        ToolVersion ruleset,
        Instant classifiedAt,
        ChangeDetected change,
        List<ClassifiedProvision> provisions,
        List<String> types,
        List<String> areas,
        Materiality materiality,
        @Nullable Severity severity,
        String summary,
        boolean alert,
        String alertReason,
        List<ProvisionCorrection> corrections,
        @Nullable MachineSummary machineSummary)
        implements EventData {

    public ChangeClassified {
        Required.present(document, "document");
        Required.text(classificationId, "classificationId");
        Required.present(cause, "cause");
        Required.present(ruleset, "ruleset");
        Required.present(classifiedAt, "classifiedAt");
        Required.present(change, "change");
        Required.present(materiality, "materiality");
        Required.present(summary, "summary");
        Required.text(alertReason, "alertReason");
        provisions = Lists.copy(provisions);
        types = Lists.copy(types);
        areas = Lists.copy(areas);
        corrections = Lists.copy(corrections);
    }

    /** The same answer with a language model's summary beside it. */
    public ChangeClassified with(MachineSummary summaryOfAModel, Instant at) {
        return new ChangeClassified(
                document,
                classificationId,
                correction,
                ClassificationCause.MACHINE_SUMMARY,
                ruleset,
                at,
                change,
                provisions,
                types,
                areas,
                materiality,
                severity,
                summary,
                alert,
                alertReason,
                corrections,
                summaryOfAModel);
    }

    @Override
    public String key() {
        return document.id();
    }
}
