package dev.clausewatch.cli.brokers;

import dev.clausewatch.brokers.DeadLetter;
import dev.clausewatch.cli.Printable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A dead letter for people. */
final class LetterText {

    private static final int LONGEST = 300;

    private LetterText() {}

    static String of(DeadLetter letter) {
        StringBuilder text = new StringBuilder();
        text.append(letter.id()).append(System.lineSeparator());
        line(text, "when", letter.at().toString());
        line(text, "service", letter.topic().reader().label());
        line(text, "key", letter.key());
        line(text, "event", event(letter));
        line(text, "reason", letter.reason());
        line(text, "from", letter.from() == null ? null : letter.from().toString());
        line(text, "state", state(letter));
        return text.toString();
    }

    private static @Nullable String event(DeadLetter letter) {
        return letter.type() == null && letter.eventId() == null
                ? null
                : Objects.requireNonNullElse(letter.type(), "of no type") + " "
                        + Objects.requireNonNullElse(letter.eventId(), "without id");
    }

    private static @Nullable String state(DeadLetter letter) {
        return switch (letter.state()) {
            case OPEN -> null;
            case SENT_BACK -> "sent back to " + letter.sentTo();
            case PROCESSED -> "sent back to " + letter.sentTo() + ", and processed";
            case FAILED_AGAIN -> "sent back to " + letter.sentTo() + ", and dead again";
        };
    }

    private static void line(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append("  %-8s %s%n".formatted(name, Printable.line(value, LONGEST)));
        }
    }
}
