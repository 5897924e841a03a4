package dev.clausewatch.alert.subscription;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Groups of events that a subscription can ask for. */
public enum EventGroup {
    /** Changes that alert, their retractions and reinstatements. */
    CHANGES,
    /** A source that cannot be read any more, and one that can be read again. */
    SOURCE_HEALTH;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Such as {@code source-health}: its name in requests, answers and the database. */
    public String code() {
        return code;
    }

    static Optional<EventGroup> byCode(String code) {
        return Arrays.stream(values()).filter(group -> group.code.equals(code)).findFirst();
    }
}
