package dev.clausewatch.events;

import org.jspecify.annotations.Nullable;

/** Checks of compact constructors: a missing field is named, so that a dead letter says what is wrong with it. */
final class Required {

    private Required() {}

    static void text(@Nullable String value, String field) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("field " + field + " is missing");
        }
    }

    static void present(@Nullable Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("field " + field + " is missing");
        }
    }
}
