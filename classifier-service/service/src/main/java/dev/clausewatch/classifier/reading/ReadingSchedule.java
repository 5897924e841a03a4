package dev.clausewatch.classifier.reading;

import dev.clausewatch.classifier.classification.ClassificationUpdater;
import dev.clausewatch.classifier.classification.Classifications;
import dev.clausewatch.classifier.classification.CurrentClassification;
import dev.clausewatch.classifier.languagemodel.LanguageModelClient;
import dev.clausewatch.classifier.languagemodel.LanguageModelConfig;
import dev.clausewatch.classifier.languagemodel.Turns;
import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.SessionLock;
import dev.clausewatch.runtime.messaging.TransientFailures;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Lets the language model read the provisions of changes one by one, asynchronously to the pipeline: no alert waits for it. The model is
 * asked outside of any transaction; its answer takes the place of ours only if that one still stands. Of several replicas one asks at a time.
 */
@ApplicationScoped
class ReadingSchedule {

    private static final Logger LOG = Logger.getLogger(ReadingSchedule.class);

    /** "CWRDPROV" in ASCII. */
    private static final long LOCK = 0x4357524450524F56L;

    private static final int LOOKED_AT = 1_000;
    private static final int AT_ONCE = 10;

    /** Why a provision may be read at the next attempt. */
    private static final Set<String> TRANSIENT = Set.of("timed-out", "failed");

    private final Classifications answers;
    private final ClassificationUpdater updater;
    private final ProvisionReader reader;
    private final LanguageModelConfig config;
    private final Database database;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Turns turns = new Turns();

    ReadingSchedule(
            Classifications answers,
            ClassificationUpdater updater,
            ProvisionReader reader,
            LanguageModelConfig config,
            Database database,
            MeterRegistry meters,
            Clock clock) {
        this.answers = answers;
        this.updater = updater;
        this.reader = reader;
        this.config = config;
        this.database = database;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(
            identity = "read-provisions",
            every = "${clausewatch.language-model.look-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        if (!LanguageModelConfig.readsProvisions(config)) {
            return;
        }
        try {
            if (!answers.awaitingReading(1).isEmpty()) {
                readWhatWaits();
            }
        } catch (RuntimeException e) {
            // A timer's edge: whatever it is, the next tick tries again.
            LOG.warnf("Provisions could not be read and will be tried again reason=%s", LanguageModelClient.logged(e));
        }
    }

    private void readWhatWaits() {
        try (SessionLock lock = database.tryLock(LOCK)) {
            if (lock != null) {
                for (String changeId : turns.next(answers.awaitingReading(LOOKED_AT), AT_ONCE, clock.instant())) {
                    read(changeId);
                }
            }
        }
    }

    /** What fails for one change keeps the others from nothing; what a repetition does not mend is not repeated. */
    private void read(String changeId) {
        try {
            answers.present(changeId).ifPresent(this::read);
        } catch (RuntimeException e) {
            boolean again = TransientFailures.isTransient(e);
            LOG.warnf(
                    "The provisions of a change could not be read changeId=%s again=%s reason=%s",
                    changeId, again, e.getClass().getSimpleName());
            if (again) {
                turns.failed(changeId, clock.instant());
            } else {
                QuarkusTransaction.requiringNew().run(() -> answers.giveUpReading(changeId));
            }
        }
    }

    private void read(CurrentClassification answer) {
        Map<String, MachineReading> readings = reader.read(answer.data());
        if (readings.values().stream().anyMatch(ReadingSchedule::isWorthAnotherAttempt) && mayWait(answer.data())) {
            turns.failed(answer.data().change().changeId(), clock.instant());
            return;
        }
        if (readings.isEmpty()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> answers.giveUpReading(answer.data().change().changeId()));
            return;
        }
        ChangeClassified with = updater.read(answer.data(), readings);
        QuarkusTransaction.requiringNew().run(() -> {
            answers.lock(with.document().id());
            answers.present(with.change().changeId())
                    .filter(now -> now.eventId().equals(answer.eventId()))
                    .ifPresent(standing -> put(standing, with));
        });
        readings.values().forEach(this::count);
    }

    private static boolean isWorthAnotherAttempt(MachineReading reading) {
        return reading.reason() != null && TRANSIENT.contains(reading.reason());
    }

    private boolean mayWait(ChangeClassified answer) {
        return !answer.classification().classifiedAt().isBefore(clock.instant().minus(config.patience()));
    }

    private void put(CurrentClassification standing, ChangeClassified with) {
        if (Classifications.fits(with) && keepsAll(standing.data(), with)) {
            answers.replace(standing, with);
        } else {
            LOG.infof(
                    "What the language model read has no place changeId=%s",
                    with.change().changeId());
            answers.giveUpReading(with.change().changeId());
        }
    }

    /** Whether an answer has all texts, provisions and assessments of another: no reading is worth one of them. */
    static boolean keepsAll(ChangeClassified before, ChangeClassified with) {
        return with.change().equals(before.change())
                && with.provisions().size() == before.provisions().size()
                && assessed(with).containsAll(assessed(before));
    }

    private static Set<String> assessed(ChangeClassified answer) {
        return answer.provisions().stream()
                .filter(provision -> provision.assessment() == Assessment.ASSESSED)
                .map(ClassifiedProvision::provisionId)
                .collect(Collectors.toSet());
    }

    private void count(MachineReading reading) {
        meters.counter(
                        "clausewatch.machine.readings",
                        "status",
                        reading.status().name())
                .increment();
    }
}
