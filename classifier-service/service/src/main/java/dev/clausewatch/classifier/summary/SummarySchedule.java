package dev.clausewatch.classifier.summary;

import dev.clausewatch.classifier.classification.Classifications;
import dev.clausewatch.classifier.classification.CurrentClassification;
import dev.clausewatch.classifier.languagemodel.LanguageModelClient;
import dev.clausewatch.classifier.languagemodel.LanguageModelConfig;
import dev.clausewatch.classifier.languagemodel.Turns;
import dev.clausewatch.classifier.reader.NoAnswerException;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.MachineSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Requests summaries from the language model one by one, asynchronously to the pipeline: no alert waits for them. The model is asked
 * outside of any transaction; its answer takes the place of ours only if that one still stands.
 */
@ApplicationScoped
class SummarySchedule {

    private static final Logger LOG = Logger.getLogger(SummarySchedule.class);

    private static final int LOOKED_AT = 1_000;
    private static final int AT_ONCE = 10;
    private static final int MOST_TOKENS = 400;

    private final Classifications answers;
    private final LanguageModelClient client;
    private final LanguageModelConfig config;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Turns turns = new Turns();

    SummarySchedule(
            Classifications answers,
            LanguageModelClient client,
            LanguageModelConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.answers = answers;
        this.client = client;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(
            identity = "write-summaries",
            every = "${clausewatch.language-model.look-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        if (config.url().isEmpty()) {
            return;
        }
        try {
            for (String changeId : turns.next(answers.awaitingSummary(LOOKED_AT), AT_ONCE, now())) {
                answers.present(changeId).ifPresent(this::write);
            }
        } catch (RuntimeException e) {
            // A timer's edge: whatever it is, the next tick tries again.
            LOG.warnf("Summaries could not be written and will be tried again reason=%s", e.getMessage());
        }
    }

    private void write(CurrentClassification answer) {
        SummaryRequest request = SummaryRequest.of(answer.data());
        try {
            String text = client.ask(request.instructions(), request.material(), MOST_TOKENS);
            boolean faithful = SummaryCheck.holds(text, request.provisions(), request.material());
            store(answer, faithful ? MachineSummary.written(text, config.model(), now()) : unavailable("unfaithful"));
        } catch (LanguageModelClient.NoCallsLeftException | NoAnswerException.Refused e) {
            store(answer, unavailable(LanguageModelClient.reason(e)));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "The language model gave no summary changeId=%s reason=%s",
                    answer.data().change().changeId(), LanguageModelClient.logged(e));
            if (answer.data().classification().classifiedAt().isBefore(now().minus(config.patience()))) {
                store(answer, unavailable(LanguageModelClient.reason(e)));
            } else {
                turns.failed(answer.data().change().changeId(), now());
            }
        }
    }

    private MachineSummary unavailable(String reason) {
        return MachineSummary.unavailable(reason, config.model(), now());
    }

    private void store(CurrentClassification answer, MachineSummary summary) {
        ChangeClassified with = answer.data().with(summary, now());
        QuarkusTransaction.requiringNew().run(() -> {
            answers.lock(with.document().id());
            answers.present(with.change().changeId())
                    .filter(now -> now.eventId().equals(answer.eventId()))
                    .ifPresent(standing -> put(standing, with));
        });
        meters.counter(
                        "clausewatch.machine.summaries",
                        "status",
                        summary.status().name())
                .increment();
    }

    private void put(CurrentClassification standing, ChangeClassified with) {
        if (Classifications.fits(with)) {
            answers.replace(standing, with);
        } else {
            answers.giveUpSummary(standing);
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
