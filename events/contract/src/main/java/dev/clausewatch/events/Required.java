package dev.clausewatch.events;

import org.jspecify.annotations.Nullable;

/** Checks for compact constructors. The exception names the missing field, so that a dead letter can state the reason. */
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
