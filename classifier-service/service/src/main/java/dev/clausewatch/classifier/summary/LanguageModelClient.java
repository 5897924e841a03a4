package dev.clausewatch.classifier.summary;

import dev.clausewatch.classifier.classification.LanguageModelConfig;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/** Asks the user's language model. After three failures in a row it is left alone for a while. */
@ApplicationScoped
class LanguageModelClient {

    private static final int MOST_TOKENS = 400;

    /** What OpenAI-compatible servers without keys are sent. */
    private static final String NO_KEY = "none";

    private final LanguageModelConfig config;
    private final ModelBudget budget;

    @Nullable
    private volatile ChatModel model;

    LanguageModelClient(LanguageModelConfig config, ModelBudget budget) {
        this.config = config;
        this.budget = budget;
    }

    /** Today's calls are used up. */
    static final class NoCallsLeftException extends RuntimeException {

        private static final long serialVersionUID = 1;

        NoCallsLeftException() {
            super("No call of the language model is left for today");
        }
    }

    /**
     * The model's answer; asking takes one of the day's calls.
     *
     * @throws NoCallsLeftException if none is left
     * @throws RuntimeException if there is no answer: it cannot be reached, takes too long, refuses, or is being left alone
     */
    @CircuitBreaker(
            requestVolumeThreshold = 3,
            failureRatio = 1,
            delay = 5,
            delayUnit = ChronoUnit.MINUTES,
            skipOn = NoCallsLeftException.class)
    String ask(SummaryRequest request) {
        if (!QuarkusTransaction.requiringNew().call(budget::take)) {
            throw new NoCallsLeftException();
        }
        String answer = model().chat(SystemMessage.from(request.instructions()), UserMessage.from(request.material()))
                .aiMessage()
                .text();
        return Objects.requireNonNullElse(answer, "").strip();
    }

    private ChatModel model() {
        ChatModel made = model;
        if (made == null) {
            made = OpenAiChatModel.builder()
                    .baseUrl(config.url().orElseThrow().toString())
                    .apiKey(config.key().orElse(NO_KEY))
                    .modelName(config.model())
                    .timeout(config.timeout())
                    .maxRetries(0)
                    .temperature(0.0)
                    .maxTokens(MOST_TOKENS)
                    .build();
            model = made;
        }
        return made;
    }
}
