package dev.clausewatch.cli.classifier;

import dev.clausewatch.classifier.reader.AnswerCheck;
import dev.clausewatch.classifier.reader.ChatEndpoint;
import dev.clausewatch.classifier.reader.CheckedAnswer;
import dev.clausewatch.classifier.reader.NoAnswerException;
import dev.clausewatch.classifier.reader.Question;
import dev.clausewatch.classifier.reader.ReaderInstructions;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.EnvironmentSettings;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lets a language model of the user's own read labelled provisions, as the service lets it: same settings, prompt and checks. */
final class LanguageModelReader {

    /** How long to wait before asking again, time by time; then the run breaks off. */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(10));

    private final ChatEndpoint endpoint;
    private final KeptReadings kept;
    private final List<Duration> pauses;
    private final String instructions;
    private final AnswerCheck check;
    private final Map<String, Integer> refusedAnswers = new TreeMap<>();
    private final Map<String, Integer> refusedTypes = new TreeMap<>();

    LanguageModelReader(ChatEndpoint endpoint, KeptReadings kept, Register register, List<Duration> pauses) {
        this.endpoint = endpoint;
        this.kept = kept;
        this.pauses = List.copyOf(pauses);
        this.instructions = ReaderInstructions.of(register);
        this.check = new AnswerCheck(register);
    }

    /** The settings of a language model, by the names that the service has for them. */
    public record Named(String url, String model, String key) {}

    /** Its setting that has a longer name. */
    public record Timed(Duration timeout) {}

    /** How many were refused. */
    record Refused(String what, String reason, int count) {}

    /**
     * The model of these variables.
     *
     * @param answers where its answers are kept; absent to keep none
     * @throws CommandFailedException with exit code 2 if a variable is missing or cannot be used
     */
    static LanguageModelReader of(Map<String, String> environment, Register register, @Nullable Path answers)
            throws IOException {
        EnvironmentSettings settings = new EnvironmentSettings(environment);
        Named named = settings.over(
                new Named("", "default", ""),
                "LANGUAGE",
                Map.of("url", "MODEL_URL", "model", "MODEL", "key", "MODEL_KEY"));
        Timed timed = settings.over(
                new Timed(Duration.ofSeconds(20)), "CLAUSEWATCH", Map.of("timeout", "LANGUAGE_MODEL_TIMEOUT"));
        if (named.url().isEmpty()) {
            throw CommandFailedException.unusable(
                    "--reader language-model: set LANGUAGE_MODEL_URL to the address of an OpenAI-compatible API, such as"
                            + " https://host/v1.");
        }
        return new LanguageModelReader(
                endpoint(named, timed.timeout()), KeptReadings.of(answers, named.model()), register, PAUSES);
    }

    private static ChatEndpoint endpoint(Named named, Duration timeout) {
        try {
            return new ChatEndpoint(
                    new URI(named.url()), named.model(), named.key().isEmpty() ? null : named.key(), timeout);
        } catch (URISyntaxException e) {
            throw CommandFailedException.unusable("LANGUAGE_MODEL_URL is no address.");
        } catch (IllegalArgumentException e) {
            throw CommandFailedException.unusable(e.getMessage() + ".");
        }
    }

    /**
     * The types that the model finds; none where its answer is refused.
     *
     * @throws CommandFailedException with exit code 1 if it gives no answer
     */
    List<ProvisionType> types(GoldProvision row) throws IOException {
        Question question = Question.of(row.input(), Side.AFTER);
        if (!question.isShortEnough()) {
            refusedAnswers.merge("too-long", 1, Integer::sum);
            return List.of();
        }
        String said;
        try {
            said = said(question, row);
        } catch (NoAnswerException.Refused e) {
            refusedAnswers.merge(e.reason(), 1, Integer::sum);
            return List.of();
        }
        return switch (check.check(said, question, endpoint.model())) {
            case CheckedAnswer.Read it -> {
                it.refusals().forEach(reason -> refusedTypes.merge(reason, 1, Integer::sum));
                yield it.types();
            }
            case CheckedAnswer.Refused it -> {
                it.refusals().forEach(reason -> refusedTypes.merge(reason, 1, Integer::sum));
                refusedAnswers.merge(it.reason(), 1, Integer::sum);
                yield List.of();
            }
        };
    }

    /** Answers and types that were refused, by reason. */
    List<Refused> refused() {
        List<Refused> refused = new ArrayList<>();
        refusedAnswers.forEach((reason, count) -> refused.add(new Refused("answer", reason, count)));
        refusedTypes.forEach((reason, count) -> refused.add(new Refused("type", reason, count)));
        return List.copyOf(refused);
    }

    private String said(Question question, GoldProvision row) throws IOException {
        String keptUnder = question.keptUnder(instructions);
        String before = kept.find(keptUnder);
        if (before != null) {
            return before;
        }
        String said = asked(question, row, pauses);
        kept.keep(keptUnder, said);
        return said;
    }

    private String asked(Question question, GoldProvision row, List<Duration> left) {
        try {
            return endpoint.ask(instructions, question.material(), ReaderInstructions.MOST_TOKENS);
        } catch (NoAnswerException.Refused e) {
            throw e;
        } catch (NoAnswerException e) {
            if (left.isEmpty()) {
                throw CommandFailedException.no(
                        "%s (provision %s). Run the command again with the same --answers to go on from here."
                                .formatted(e.getMessage(), row.id()));
            }
            pause(left.getFirst());
            return asked(question, row, left.subList(1, left.size()));
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailedException.no("Interrupted.");
        }
    }
}
