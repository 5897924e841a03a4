package dev.clausewatch.classifier.classification;

import dev.clausewatch.classifier.languagemodel.LanguageModelConfig;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which classifications a language model summarises: new or corrected ones that alert. Imports and reclassification never call the model.
 */
@ApplicationScoped
class SummaryPolicy {

    private static final Set<ClassificationCause> CAUSES =
            EnumSet.of(ClassificationCause.CHANGE, ClassificationCause.CORRECTION, ClassificationCause.MACHINE_READING);

    private final LanguageModelConfig config;

    SummaryPolicy(LanguageModelConfig config) {
        this.config = config;
    }

    boolean isWanted(ChangeClassified answer) {
        return config.url().isPresent()
                && answer.meaning().alert()
                && answer.change().provenance().origin() == Origin.LIVE
                && answer.machineSummary() == null
                && CAUSES.contains(answer.classification().cause());
    }
}
