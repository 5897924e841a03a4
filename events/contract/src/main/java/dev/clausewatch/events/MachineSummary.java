package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A summary by a language model, in addition to ours. Nothing is decided by it, and every quotation in it was checked to be verbatim from
 * the changed provisions.
 *
 * @param status whether there is one
 * @param text the summary; absent where there is none
 * @param reason why there is none, as a stable code: {@code timed-out}, {@code failed}, {@code refused}, {@code over-budget} or {@code unfaithful}
 * @param model name of the model that was asked
 * @param at when
 */
public record MachineSummary(
        Status status, @Nullable String text, @Nullable String reason, String model, Instant at) {

    public MachineSummary {
        Required.present(status, "status");
        Required.text(model, "model");
        Required.present(at, "at");
    }

    /** Whether a language model's summary is there. */
    public enum Status {
        WRITTEN,
        /** It was asked for, and there is none. */
        UNAVAILABLE,
        /** A value of a newer release. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** A summary. */
    public static MachineSummary written(String text, String model, Instant at) {
        return new MachineSummary(Status.WRITTEN, text, null, model, at);
    }

    /** That there is none, and why. */
    public static MachineSummary unavailable(String reason, String model, Instant at) {
        return new MachineSummary(Status.UNAVAILABLE, null, reason, model, at);
    }
}
