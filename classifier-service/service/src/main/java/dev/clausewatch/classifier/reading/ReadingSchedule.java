package dev.clausewatch.classifier.reading;

import dev.clausewatch.classifier.classification.ClassificationUpdater;
import dev.clausewatch.classifier.classification.Classifications;
import dev.clausewatch.classifier.classification.CurrentClassification;
import dev.clausewatch.classifier.languagemodel.LanguageModelConfig;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.SessionLock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
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
            LOG.warnf("Provisions could not be read and will be tried again reason=%s", e.getMessage());
        }
    }

    private void readWhatWaits() {
        try (SessionLock lock = database.tryLock(LOCK)) {
            if (lock != null) {
                for (String changeId : answers.awaitingReading(AT_ONCE)) {
                    answers.present(changeId).ifPresent(this::read);
                }
            }
        }
    }

    private void read(CurrentClassification answer) {
        Map<String, MachineReading> readings = reader.read(answer.data());
        if (readings.values().stream().anyMatch(ReadingSchedule::isWorthAnotherAttempt) && mayWait(answer.data())) {
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
        if (Classifications.fits(with)) {
            answers.replace(standing, with);
        } else {
            answers.giveUpReading(standing);
        }
    }

    private void count(MachineReading reading) {
        meters.counter(
                        "clausewatch.machine.readings",
                        "status",
                        reading.status().name())
                .increment();
    }
}
