package dev.clausewatch.classifier.correction;

import dev.clausewatch.classifier.classification.ClassificationUpdater;
import dev.clausewatch.classifier.classification.Classifications;
import dev.clausewatch.classifier.classification.CurrentClassification;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ProvisionCorrection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Applies corrections to the current classification of a change. Idempotent for the same correction; another one replaces it, and the
 * earlier classification is kept.
 */
@ApplicationScoped
class Corrections {

    private final Classifications answers;
    private final ClassificationUpdater later;
    private final Clock clock;

    Corrections(Classifications answers, ClassificationUpdater later, Clock clock) {
        this.answers = answers;
        this.later = later;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {

        /** The answer that holds now, whether it was written now or before. */
        record Holds(ChangeClassified answer) implements Outcome {}

        record NoSuchChange() implements Outcome {}

        record NotTouched() implements Outcome {}

        record NothingToWithdraw() implements Outcome {}

        record TooLarge() implements Outcome {}
    }

    @Transactional
    Outcome correct(
            String changeId, String provisionId, CorrectionRules.ValidationResult.Valid given, String reviewer) {
        Optional<CurrentClassification> found = locked(changeId);
        if (found.isEmpty()) {
            return new Outcome.NoSuchChange();
        }
        ChangeClassified before = found.get().data();
        if (before.change().touched().stream()
                .noneMatch(touched -> touched.provisionId().equals(provisionId))) {
            return new Outcome.NotTouched();
        }
        ProvisionCorrection correction = new ProvisionCorrection(
                before.classification().correction() + 1,
                provisionId,
                given.types(),
                given.materiality(),
                reviewer,
                clock.instant(),
                given.reason());
        if (before.corrections().stream().anyMatch(held -> saysTheSame(held, correction))) {
            return new Outcome.Holds(before);
        }
        return replace(
                found.get(),
                Stream.concat(others(before, provisionId), Stream.of(correction))
                        .toList());
    }

    /** Leaves a provision to the rules again. */
    @Transactional
    Outcome withdraw(String changeId, String provisionId) {
        Optional<CurrentClassification> found = locked(changeId);
        if (found.isEmpty()) {
            return new Outcome.NoSuchChange();
        }
        ChangeClassified before = found.get().data();
        List<ProvisionCorrection> others = others(before, provisionId).toList();
        return others.size() == before.corrections().size()
                ? new Outcome.NothingToWithdraw()
                : replace(found.get(), others);
    }

    /** Read again under the lock: another correction may have come in between. */
    private Optional<CurrentClassification> locked(String changeId) {
        answers.place(changeId).ifPresent(place -> answers.lock(place.document()));
        return answers.present(changeId);
    }

    private Outcome replace(CurrentClassification before, List<ProvisionCorrection> corrections) {
        ChangeClassified answer = later.corrected(before.data(), corrections);
        if (!Classifications.fits(answer)) {
            return new Outcome.TooLarge();
        }
        answers.replace(before, answer);
        return new Outcome.Holds(answer);
    }

    private static Stream<ProvisionCorrection> others(ChangeClassified answer, String provisionId) {
        return answer.corrections().stream().filter(held -> !held.provisionId().equals(provisionId));
    }

    private static boolean saysTheSame(ProvisionCorrection held, ProvisionCorrection given) {
        return held.provisionId().equals(given.provisionId())
                && held.types().equals(given.types())
                && held.materiality() == given.materiality()
                && held.reviewer().equals(given.reviewer())
                && held.reason().equals(given.reason());
    }
}
