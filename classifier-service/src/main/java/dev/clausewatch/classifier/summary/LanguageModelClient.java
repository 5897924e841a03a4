package dev.clausewatch.classifier.summary;

import dev.clausewatch.classifier.classification.LanguageModelConfig;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
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

    @Nullable
    private volatile ChatModel model;

    LanguageModelClient(LanguageModelConfig config) {
        this.config = config;
    }

    /**
     * The model's answer.
     *
     * @throws RuntimeException if there is none: it cannot be reached, takes too long, refuses, or is being left alone
     */
    @CircuitBreaker(requestVolumeThreshold = 3, failureRatio = 1, delay = 5, delayUnit = ChronoUnit.MINUTES)
    String ask(SummaryRequest request) {
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
