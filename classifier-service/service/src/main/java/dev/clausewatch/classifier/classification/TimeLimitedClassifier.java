package dev.clausewatch.classifier.classification;

import dev.clausewatch.classifier.assess.Classified;
import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.assess.ModelReadings;
import dev.clausewatch.classifier.assess.Review;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.runtime.messaging.DecisionBudget;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The classifier with a time limit: a change that exceeds it is published as not assessed, so that it does not block others. */
@ApplicationScoped
class TimeLimitedClassifier {

    private final Classifier classifier;
    private final AssessConfig config;
    private final DecisionBudget budget;

    TimeLimitedClassifier(Classifier classifier, AssessConfig config, DecisionBudget budget) {
        this.classifier = classifier;
        this.config = config;
        this.budget = budget;
    }

    /** What a change means where reviewers corrected provisions or a language model read them. */
    Classified classify(ChangeDetected change, Map<String, Review> reviews, ModelReadings readings) {
        return budget.decide(
                "changeId=" + change.changeId(),
                () -> classifier.classify(change, config.threshold(), reviews, readings),
                reason -> classifier.notAssessed(change, config.threshold(), reason));
    }
}
