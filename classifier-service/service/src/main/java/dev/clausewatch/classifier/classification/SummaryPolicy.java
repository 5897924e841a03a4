package dev.clausewatch.classifier.classification;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which answers a language model is asked to summarise: those that subscribers are told of, as they are made or corrected. An archive
 * that is imported or classified anew costs nothing.
 */
@ApplicationScoped
class SummaryPolicy {

    private static final Set<ClassificationCause> CAUSES =
            EnumSet.of(ClassificationCause.CHANGE, ClassificationCause.CORRECTION);

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
