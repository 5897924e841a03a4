package dev.clausewatch.classifier.classification;

import dev.clausewatch.classifier.assess.Classified;
import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.assess.ModelReadings;
import dev.clausewatch.classifier.assess.Review;
import dev.clausewatch.classifier.languagemodel.LanguageModelConfig;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.Classification;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.ProvisionCorrection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Classifies a change again, with the current rules, its corrections and what a language model read. The alert decision of the first classification is kept, since only
 * the first one alerts.
 */
@ApplicationScoped
public class ClassificationUpdater {

    private final Classifier classifier;
    private final TimeLimitedClassifier bounded;
    private final LanguageModelConfig languageModel;
    private final Clock clock;

    ClassificationUpdater(
            Classifier classifier, TimeLimitedClassifier bounded, LanguageModelConfig languageModel, Clock clock) {
        this.classifier = classifier;
        this.bounded = bounded;
        this.languageModel = languageModel;
        this.clock = clock;
    }

    /** By the present rules, with the corrections that hold. */
    public ChangeClassified upgraded(ChangeClassified before) {
        return answer(
                before,
                before.corrections(),
                readings(before),
                before.classification().correction(),
                ClassificationCause.RULESET_UPGRADE);
    }

    /** After a correction: by the present rules, with the corrections that hold from now on. */
    public ChangeClassified corrected(ChangeClassified before, List<ProvisionCorrection> corrections) {
        return answer(
                before,
                corrections,
                readings(before),
                before.classification().correction() + 1,
                ClassificationCause.CORRECTION);
    }

    /** After a language model read the provisions: by the present rules, with the corrections that hold. */
    public ChangeClassified read(ChangeClassified before, Map<String, MachineReading> readings) {
        return answer(
                before,
                before.corrections(),
                new ModelReadings(readings, decide()),
                before.classification().correction(),
                ClassificationCause.MACHINE_READING);
    }

    /** What a language model read before; whether it decides is as it is set today. */
    private ModelReadings readings(ChangeClassified before) {
        return ModelReadings.of(before.provisions(), decide());
    }

    private boolean decide() {
        return languageModel.provisions() == LanguageModelConfig.Provisions.DECIDES;
    }

    private ChangeClassified answer(
            ChangeClassified before,
            List<ProvisionCorrection> corrections,
            ModelReadings readings,
            int number,
            ClassificationCause cause) {
        Classified now = bounded.classify(before.change(), reviews(corrections), readings);
        boolean sameSummary = now.meaning().summary().equals(before.meaning().summary());
        ChangeClassified answer = new ChangeClassified(
                before.document(),
                new Classification(
                        Ids.classification(
                                before.change().changeId(), classifier.ruleset().version(), number),
                        number,
                        cause,
                        classifier.ruleset(),
                        after(before.classification().classifiedAt())),
                before.change(),
                now.provisions(),
                now.meaning().alertingLike(before.meaning()),
                corrections,
                sameSummary ? before.machineSummary() : null);
        return ClassificationSizeLimit.fit(answer, Limits.EVENT_BYTES);
    }

    /**
     * Of two classifications with the same correction number readers keep the later one, so its time must be later even if the clock was
     * set back.
     */
    private Instant after(Instant before) {
        Instant now = clock.instant();
        return now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
    }

    /** A type that the register no longer has says nothing any more. */
    private Map<String, Review> reviews(List<ProvisionCorrection> corrections) {
        return corrections.stream()
                .collect(Collectors.toMap(
                        ProvisionCorrection::provisionId,
                        correction -> new Review(
                                correction.types().stream()
                                        .filter(classifier.register()::hasType)
                                        .toList(),
                                correction.materiality())));
    }
}
