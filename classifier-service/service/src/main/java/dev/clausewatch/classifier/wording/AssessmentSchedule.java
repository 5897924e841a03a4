package dev.clausewatch.classifier.wording;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.classification.ChangesInHand;
import dev.clausewatch.classifier.classification.Classifications;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.WordingAssessed;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.SessionLock;
import dev.clausewatch.runtime.messaging.DecisionBudget;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Assesses the wordings that the rules in use have not assessed, a few in one transaction. Gives way to changes after each wording. Of several
 * replicas one works at a time.
 */
@ApplicationScoped
class AssessmentSchedule {

    private static final Logger LOG = Logger.getLogger(AssessmentSchedule.class);

    /** "CWWORDNG" in ASCII. */
    private static final long LOCK = 0x4357574F52444E47L;

    /** Texts in memory at a time, each of which may be as long as a document. */
    private static final int WORDINGS = 25;

    /** After so long another replica may have its turn, and a shutdown need not wait. */
    private static final Duration WORK = Duration.ofSeconds(5);

    /** During an upgrade the other release's answers stand for so long, and the two do not take turns. */
    static final Duration SETTLED_AFTER = Duration.ofMinutes(10);

    private final Wordings wordings;
    private final Classifier classifier;
    private final ChangesInHand changes;
    private final DecisionBudget budget;
    private final Database database;
    private final Clock clock;

    AssessmentSchedule(
            Wordings wordings,
            Classifier classifier,
            ChangesInHand changes,
            DecisionBudget budget,
            Database database,
            Clock clock) {
        this.wordings = wordings;
        this.classifier = classifier;
        this.changes = changes;
        this.budget = budget;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(identity = "assess-wordings", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void assess() {
        if (changes.any()) {
            return;
        }
        try (SessionLock lock = database.tryLock(LOCK)) {
            if (lock != null) {
                long begin = System.nanoTime();
                boolean more = true;
                while (more && System.nanoTime() - begin < WORK.toNanos()) {
                    more = assessSome();
                }
            }
        } catch (RuntimeException e) {
            // A timer's edge: whatever it is, the next tick tries again.
            LOG.warnf("Wordings could not be assessed and will be tried again reason=%s", e.getMessage());
        }
    }

    /** False when nothing is left, or changes came. */
    private boolean assessSome() {
        Instant settled = clock.instant().minus(SETTLED_AFTER);
        List<Wordings.Due> due = wordings.due(classifier.ruleset().version(), settled, WORDINGS);
        List<Event> answers = new ArrayList<>();
        for (Wordings.Due one : due) {
            if (changes.any()) {
                break;
            }
            answers.add(event(assess(one)));
        }
        if (!answers.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> wordings.assessed(answers));
        }
        return !due.isEmpty() && answers.size() == due.size();
    }

    private WordingAssessed assess(Wordings.Due due) {
        Instant at = after(due);
        return budget.decide(
                "wordingId=" + due.wording().id(),
                () -> classifier.assess(due.wording(), at),
                reason -> classifier.notAssessed(
                        due.wording(), "The provision could not be assessed: " + reason + ".", at));
    }

    /** Readers keep the latest answer, so its time must be later even if the clock was set back. */
    private Instant after(Wordings.Due due) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant before = due.assessedAt();
        return before == null || now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
    }

    /** Rules that come back give their answer in an event of its own. */
    private static Event event(WordingAssessed answer) {
        return new Event(
                Ids.event(
                        EventType.WORDING_ASSESSED,
                        answer.wordingId(),
                        answer.ruleset().version(),
                        answer.assessedAt().toString()),
                answer.assessedAt(),
                Classifications.SOURCE,
                answer);
    }
}
