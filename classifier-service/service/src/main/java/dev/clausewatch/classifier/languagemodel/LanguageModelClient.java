package dev.clausewatch.classifier.languagemodel;

import dev.clausewatch.classifier.reader.ChatEndpoint;
import dev.clausewatch.classifier.reader.NoAnswerException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * Asks the user's language model. After three failures in a row it is left alone for a while. Settings that cannot be used stop the start.
 */
@Startup
@ApplicationScoped
public class LanguageModelClient {

    private final ModelBudget budget;

    /** Absent where no model is set. */
    private final Optional<ChatEndpoint> endpoint;

    LanguageModelClient(LanguageModelConfig config, ModelBudget budget) {
        this.budget = budget;
        this.endpoint = config.url()
                .map(url -> new ChatEndpoint(url, config.model(), config.key().orElse(null), config.timeout()));
    }

    /** Today's calls are used up. */
    public static final class NoCallsLeftException extends RuntimeException {

        private static final long serialVersionUID = 1;

        NoCallsLeftException() {
            super("No call of the language model is left for today");
        }
    }

    /**
     * The model's answer; asking takes one of the day's calls.
     *
     * @param mostTokens after how many the model breaks off
     * @throws NoCallsLeftException if none is left
     * @throws NoAnswerException.Refused if it will not answer this, however often it is asked
     * @throws NoAnswerException if it cannot be reached, takes too long or fails
     * @throws RuntimeException if it is being left alone
     */
    @CircuitBreaker(
            requestVolumeThreshold = 3,
            failureRatio = 1,
            delay = 5,
            delayUnit = ChronoUnit.MINUTES,
            skipOn = {NoCallsLeftException.class, NoAnswerException.Refused.class})
    public String ask(String instructions, String material, int mostTokens) {
        ChatEndpoint model = endpoint.orElseThrow();
        if (!QuarkusTransaction.requiringNew().call(budget::take)) {
            throw new NoCallsLeftException();
        }
        return model.ask(instructions, material, mostTokens);
    }

    /** Why there was no answer, as a stable code: {@code over-budget}, {@code timed-out}, {@code refused} or {@code failed}. */
    public static String reason(RuntimeException failure) {
        return switch (failure) {
            case NoCallsLeftException it -> "over-budget";
            case NoAnswerException it -> it.reason();
            default -> "failed";
        };
    }

    /** Why, for the log; of other failures than the model's only the kind, since their message may have anything. */
    public static String logged(RuntimeException failure) {
        return failure instanceof NoAnswerException known
                ? String.valueOf(known.getMessage())
                : failure.getClass().getSimpleName();
    }
}
