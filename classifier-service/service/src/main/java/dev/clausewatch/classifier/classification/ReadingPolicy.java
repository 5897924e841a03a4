package dev.clausewatch.classifier.classification;

import dev.clausewatch.classifier.assess.ProvisionReading;
import dev.clausewatch.classifier.languagemodel.LanguageModelConfig;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/**
 * Of which classifications a language model reads the provisions: those that it may summarise, once. Imports and reclassification never begin
 * to wait for the model; what it read before stays.
 */
@ApplicationScoped
class ReadingPolicy {

    private static final Set<ClassificationCause> CAUSES =
            EnumSet.of(ClassificationCause.CHANGE, ClassificationCause.CORRECTION, ClassificationCause.MACHINE_SUMMARY);

    private final LanguageModelConfig config;

    ReadingPolicy(LanguageModelConfig config) {
        this.config = config;
    }

    /** Whether an answer makes its provisions wait for a reading. */
    boolean isWanted(ChangeClassified answer) {
        return answer.meaning().alert()
                && answer.change().provenance().origin() == Origin.LIVE
                && CAUSES.contains(answer.classification().cause())
                && isUnread(answer);
    }

    /** Whether nothing was read of it and there is something to read: if the answer before it was waiting, so does this one. */
    boolean isUnread(ChangeClassified answer) {
        return LanguageModelConfig.readsProvisions(config)
                && answer.provisions().stream().allMatch(provision -> provision.machineReading() == null)
                && answer.provisions().stream().anyMatch(ProvisionReading::isWorthAsking);
    }
}
