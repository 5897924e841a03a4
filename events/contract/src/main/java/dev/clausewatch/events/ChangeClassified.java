package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change means: the change itself and, per touched provision, types, areas, evidence and severity.
 * In JSON the fields of {@code @JsonUnwrapped} components stand at the top level; lists are not put into such components, because
 * Jackson buffers those. Their names begin with {@code #}, which no field does: under its own name Jackson would read a component too.
 *
 * @param document the document
 * @param classification which classification of the change it is
 * @param change the change, whole
 * @param provisions the classification of each touched provision, in the same order
 * @param meaning what it means as a whole
 * @param corrections the corrections in force, at most one per provision
 * @param machineSummary the language model's summary; absent when no model was asked
 */
public record ChangeClassified(
        DocumentRef document,
        @JsonUnwrapped @JsonProperty("#classification") Classification classification,
        ChangeDetected change,
        List<ClassifiedProvision> provisions,
        @JsonUnwrapped @JsonProperty("#meaning") ChangeMeaning meaning,
        List<ProvisionCorrection> corrections,
        @Nullable MachineSummary machineSummary)
        implements EventData {

    public ChangeClassified {
        Required.present(document, "document");
        Required.present(classification, "classification");
        Required.present(change, "change");
        Required.present(meaning, "meaning");
        provisions = Lists.copy(provisions);
        corrections = Lists.copy(corrections);
    }

    /** A copy with a language model's summary. */
    public ChangeClassified with(MachineSummary summaryOfAModel, Instant at) {
        return new ChangeClassified(
                document,
                classification.again(ClassificationCause.MACHINE_SUMMARY, at),
                change,
                provisions,
                meaning,
                corrections,
                summaryOfAModel);
    }

    /** The same answer with other words for the change. */
    public ChangeClassified withChange(ChangeDetected other) {
        return new ChangeClassified(document, classification, other, provisions, meaning, corrections, machineSummary);
    }

    /** The same answer with other words for the touched provisions. */
    public ChangeClassified withProvisions(List<ClassifiedProvision> others) {
        return new ChangeClassified(document, classification, change, others, meaning, corrections, machineSummary);
    }

    @Override
    public String key() {
        return document.id();
    }
}
