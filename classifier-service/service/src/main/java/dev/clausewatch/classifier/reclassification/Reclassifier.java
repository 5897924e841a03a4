package dev.clausewatch.classifier.reclassification;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.classification.ClassificationUpdater;
import dev.clausewatch.classifier.classification.Classifications;
import dev.clausewatch.classifier.classification.Classifications.Place;
import dev.clausewatch.classifier.classification.CurrentClassification;
import dev.clausewatch.events.ChangeClassified;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reclassifies changes that another rule set classified, in batches: computed first, then written in one transaction. Idempotent: changes
 * already done are not selected again, so an interrupted or repeated batch does no harm.
 */
@ApplicationScoped
class Reclassifier {

    private static final int CHANGES = 50;

    /** Answers in memory at a time, as JSON, so that a heap of 256 MB holds. */
    private static final long BYTES = 4L * 1024 * 1024;

    /** After so long a batch ends early, so that whoever waits for it hears of it. */
    private static final Duration WORK = Duration.ofSeconds(10);

    private final Classifier classifier;
    private final Classifications answers;
    private final ClassificationUpdater later;

    Reclassifier(Classifier classifier, Classifications answers, ClassificationUpdater later) {
        this.classifier = classifier;
        this.answers = answers;
        this.later = later;
    }

    /** An answer and what takes its place. */
    private record Pending(CurrentClassification before, ChangeClassified after) {}

    /** Gives the next answers anew, or only says what they would be. */
    Batch next(Place after, boolean dryRun) {
        List<Place> due = answers.ofOthers(version(), after, CHANGES);
        List<Pending> pending = new ArrayList<>();
        List<String> tooLarge = new ArrayList<>();
        Place last = after;
        long bytes = 0;
        long begin = System.nanoTime();
        for (Place place : due) {
            bytes += place.bytes();
            boolean full = bytes > BYTES || System.nanoTime() - begin > WORK.toNanos();
            if (full && !last.equals(after)) {
                break;
            }
            compute(place, pending, tooLarge);
            last = place;
        }
        if (!dryRun && !pending.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> pending.forEach(this::write));
        }
        boolean rest = due.size() == CHANGES || (!due.isEmpty() && !last.equals(due.getLast()));
        return new Batch(
                pending.stream()
                        .map(one -> Difference.of(one.before().data(), one.after()))
                        .toList(),
                List.copyOf(tooLarge),
                rest ? last.change() : null);
    }

    private void compute(Place place, List<Pending> pending, List<String> tooLarge) {
        Optional<CurrentClassification> before = answers.present(place.change());
        if (before.isEmpty()
                || before.get().data().classification().ruleset().version().equals(version())) {
            return;
        }
        ChangeClassified after = later.upgraded(before.get().data());
        if (Classifications.fits(after)) {
            pending.add(new Pending(before.get(), after));
        } else {
            tooLarge.add(place.change());
        }
    }

    /** A change that was corrected meanwhile has an answer of the rules in use already. */
    private void write(Pending one) {
        String changeId = one.after().change().changeId();
        answers.lock(one.after().document().id());
        answers.present(changeId)
                .filter(now -> now.eventId().equals(one.before().eventId()))
                .ifPresent(before -> answers.replace(before, one.after()));
    }

    /** What the rules in use changed, from what is stored: complete after any number of interruptions, and after later corrections. */
    Batch report(Place after) {
        List<Difference> items = answers.upgradesTo(version(), after, CHANGES).stream()
                .map(upgrade -> Difference.of(upgrade.before(), upgrade.after()))
                .toList();
        return new Batch(
                items, List.of(), items.size() == CHANGES ? items.getLast().change() : null);
    }

    private String version() {
        return classifier.ruleset().version();
    }
}
