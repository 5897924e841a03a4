package dev.clausewatch.classifier.languagemodel;

import dev.clausewatch.classifier.reader.ChatEndpoint;
import dev.clausewatch.classifier.reader.NoAnswerException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/** Asks the user's language model. After three failures in a row it is left alone for a while. */
@ApplicationScoped
public class LanguageModelClient {

    private final LanguageModelConfig config;
    private final ModelBudget budget;

    @Nullable
    private volatile ChatEndpoint endpoint;

    LanguageModelClient(LanguageModelConfig config, ModelBudget budget) {
        this.config = config;
        this.budget = budget;
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
     * @throws NoAnswerException if it cannot be reached, takes too long or refuses
     * @throws RuntimeException if it is being left alone
     */
    @CircuitBreaker(
            requestVolumeThreshold = 3,
            failureRatio = 1,
            delay = 5,
            delayUnit = ChronoUnit.MINUTES,
            skipOn = NoCallsLeftException.class)
    public String ask(String instructions, String material, int mostTokens) {
        if (!QuarkusTransaction.requiringNew().call(budget::take)) {
            throw new NoCallsLeftException();
        }
        return endpoint().ask(instructions, material, mostTokens);
    }

    /** Why there was no answer, as a stable code: {@code over-budget}, {@code timed-out} or {@code failed}. */
    public static String reason(RuntimeException failure) {
        return switch (failure) {
            case NoCallsLeftException it -> "over-budget";
            case NoAnswerException it -> it.reason();
            default -> "failed";
        };
    }

    private ChatEndpoint endpoint() {
        ChatEndpoint made = endpoint;
        if (made == null) {
            made = new ChatEndpoint(
                    config.url().orElseThrow(), config.model(), config.key().orElse(null), config.timeout());
            endpoint = made;
        }
        return made;
    }
}
