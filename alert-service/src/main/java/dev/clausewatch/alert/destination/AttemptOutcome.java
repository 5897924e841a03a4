package dev.clausewatch.alert.destination;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an attempt to send a message ended. */
public sealed interface AttemptOutcome {

    /** Standard Webhooks: a sender slows down for an endpoint that answers so. */
    Set<Integer> ASK_FOR_LESS = Set.of(429, 502, 503, 504);

    /** The receiver has it. */
    record Accepted(int status) implements AttemptOutcome {}

    /**
     * The receiver answered that it does not have it.
     *
     * @param status HTTP status, not 2xx
     * @param retryAfter how long it asks us to wait, where it does and may (429 and 503)
     */
    record Refused(int status, @Nullable Duration retryAfter) implements AttemptOutcome {}

    /**
     * A mail server answered that it does not take it.
     *
     * @param code of SMTP: 4xx for now, 5xx for good
     */
    record Bounced(int code) implements AttemptOutcome {

        boolean isForGood() {
            return code / 100 == 5;
        }
    }

    /** The body was sent and no answer came: the receiver may have it. */
    record Unanswered(Fault fault) implements AttemptOutcome {}

    /** The body was not sent. */
    record Unreachable(Fault fault) implements AttemptOutcome {}

    /** Why there was no answer. */
    enum Fault {
        TIMEOUT,
        CONNECTION_REFUSED,
        CONNECTION_LOST,
        UNKNOWN_HOST,
        FORBIDDEN_ADDRESS,
        TLS,
        AUTHENTICATION,
        BAD_ANSWER;

        /** The stable code in the ledger and in events, such as {@code forbidden-address}. */
        public String reason() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Status of the receiver, where there was an answer: of HTTP or, for mail, of SMTP. */
    default @Nullable Integer httpStatus() {
        return switch (this) {
            case Accepted accepted -> accepted.status();
            case Refused refused -> refused.status();
            case Bounced bounced -> bounced.code();
            case Unanswered unanswered -> null;
            case Unreachable unreachable -> null;
        };
    }

    /** Stable code of a failure; absent on success. */
    default @Nullable String reason() {
        return switch (this) {
            case Accepted accepted -> null;
            case Refused refused when refused.isGone() -> "gone";
            case Refused refused when refused.status() / 100 == 3 -> "redirect";
            case Refused refused -> "http-error";
            case Bounced bounced -> bounced.isForGood() ? "mail-refused" : "mail-deferred";
            case Unanswered unanswered -> unanswered.fault().reason();
            case Unreachable unreachable -> unreachable.fault().reason();
        };
    }

    /** Whether the receiver has it, or may have it. */
    default boolean maybeReceived() {
        return switch (this) {
            case Accepted accepted -> true;
            // A proxy answered: what stands behind it may have the body.
            case Refused refused -> refused.status() == 502 || refused.status() == 504;
            case Bounced bounced -> false;
            case Unanswered unanswered -> true;
            case Unreachable unreachable -> false;
        };
    }

    /** Whether the receiver asks for no more, ever: status 410. */
    default boolean isGone() {
        return this instanceof Refused refused && refused.status() == 410;
    }

    /** Whether another attempt could not end otherwise. */
    default boolean isFinal() {
        return isGone() || (this instanceof Bounced bounced && bounced.isForGood());
    }

    /** Whether the endpoint hangs or asks to slow down (429, 502, 503, 504); it then gets fewer concurrent attempts. */
    default boolean isSlow() {
        return switch (this) {
            case Accepted accepted -> false;
            case Refused refused -> ASK_FOR_LESS.contains(refused.status());
            case Bounced bounced -> !bounced.isForGood();
            case Unanswered unanswered -> true;
            case Unreachable unreachable -> true;
        };
    }
}
