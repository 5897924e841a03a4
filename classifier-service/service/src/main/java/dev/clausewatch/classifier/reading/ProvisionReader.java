package dev.clausewatch.classifier.reading;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.assess.ProvisionReading;
import dev.clausewatch.classifier.languagemodel.LanguageModelClient;
import dev.clausewatch.classifier.languagemodel.LanguageModelConfig;
import dev.clausewatch.classifier.reader.AnswerCheck;
import dev.clausewatch.classifier.reader.CheckedAnswer;
import dev.clausewatch.classifier.reader.Question;
import dev.clausewatch.classifier.reader.ReaderInstructions;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TouchedProvision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Asks the language model about the provisions of a change, each question once, and checks what it answers. */
@ApplicationScoped
class ProvisionReader {

    private static final Logger LOG = Logger.getLogger(ProvisionReader.class);

    /** One change takes the calls for these at most, so that some of the day's are left for others. */
    private static final int MOST_PROVISIONS = 40;

    private static final Comparator<ClassifiedProvision> MOST_SEVERE_FIRST =
            Comparator.comparingInt(ProvisionReader::rank).reversed();

    private final KeptAnswers kept;
    private final LanguageModelClient client;
    private final LanguageModelConfig config;
    private final Clock clock;
    private final String instructions;
    private final AnswerCheck check;

    ProvisionReader(
            KeptAnswers kept,
            LanguageModelClient client,
            LanguageModelConfig config,
            Clock clock,
            Classifier classifier) {
        this.kept = kept;
        this.client = client;
        this.config = config;
        this.clock = clock;
        this.instructions = ReaderInstructions.of(classifier.register());
        this.check = new AnswerCheck(classifier.register());
    }

    /** By the id of the provision, for each that is worth asking about and has words; of very many the most severe are asked about. */
    Map<String, MachineReading> read(ChangeClassified answer) {
        List<String> worthAsking = answer.provisions().stream()
                .filter(ProvisionReading::isWorthAsking)
                .sorted(MOST_SEVERE_FIRST)
                .map(ClassifiedProvision::provisionId)
                .toList();
        int most = Math.min(MOST_PROVISIONS, worthAsking.size());
        Set<String> asked = Set.copyOf(worthAsking.subList(0, most));
        Map<String, MachineReading> readings = new LinkedHashMap<>();
        worthAsking.subList(most, worthAsking.size()).forEach(id -> readings.put(id, unavailable("too-many")));
        for (TouchedProvision touched : answer.change().touched()) {
            if (asked.contains(touched.provisionId())) {
                List<Question> questions =
                        ProvisionReading.questions(answer.document().termsType(), touched);
                if (!questions.isEmpty()) {
                    readings.put(touched.provisionId(), read(answer, touched, questions));
                }
            }
        }
        return readings;
    }

    private static int rank(ClassifiedProvision provision) {
        Severity severity = provision.severity();
        return severity == null ? -1 : severity.compareTo(Severity.LOW);
    }

    private MachineReading unavailable(String reason) {
        return MachineReading.unavailable(reason, config.model(), clock.instant());
    }

    private MachineReading read(ChangeClassified answer, TouchedProvision touched, List<Question> questions) {
        Map<Side, List<ProvisionType>> read = new EnumMap<>(Side.class);
        for (Question question : questions) {
            Result result = result(question, answer.change().changeId());
            switch (result) {
                case Result.Found it -> read.put(question.side(), it.types());
                case Result.Missing it -> {
                    return unavailable(it.reason());
                }
            }
        }
        return MachineReading.read(ProvisionReading.types(touched, read), config.model(), clock.instant());
    }

    /** What came of a question. */
    private sealed interface Result {

        record Found(List<ProvisionType> types) implements Result {}

        record Missing(String reason) implements Result {}
    }

    private Result result(Question question, String changeId) {
        if (!question.isShortEnough()) {
            return new Result.Missing("too-long");
        }
        String said;
        try {
            said = said(question);
        } catch (LanguageModelClient.NoCallsLeftException e) {
            return new Result.Missing(LanguageModelClient.reason(e));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "The language model read no provision changeId=%s reason=%s",
                    changeId, LanguageModelClient.logged(e));
            return new Result.Missing(LanguageModelClient.reason(e));
        }
        return switch (check.check(said, question, config.model())) {
            case CheckedAnswer.Read it -> {
                logRefusals(it.refusals(), changeId);
                yield new Result.Found(it.types());
            }
            case CheckedAnswer.Refused it -> {
                logRefusals(it.refusals(), changeId);
                LOG.infof("An answer of the language model is refused changeId=%s reason=%s", changeId, it.reason());
                yield new Result.Missing(it.reason());
            }
        };
    }

    private static void logRefusals(List<String> refusals, String changeId) {
        if (!refusals.isEmpty()) {
            LOG.infof("Types of the language model are refused changeId=%s reason=%s", changeId, refusals);
        }
    }

    private String said(Question question) {
        String keptUnder = question.keptUnder(instructions);
        Optional<String> before = kept.find(keptUnder, config.model());
        if (before.isPresent()) {
            return before.get();
        }
        String said = client.ask(instructions, question.material(), ReaderInstructions.MOST_TOKENS);
        kept.keep(keptUnder, config.model(), said, clock.instant());
        return said;
    }
}
