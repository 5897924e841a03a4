package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Whether a change waits for a {@link ChangeSettled} before anybody is told. */
public enum Settlement {
    /** Told at once. */
    SETTLED,
    /** Told when {@code change.settled} says {@link SettledAs#CONFIRMED}. */
    PENDING,
    /** A value of a newer release; never alerts. */
    @JsonEnumDefaultValue
    UNKNOWN
}
