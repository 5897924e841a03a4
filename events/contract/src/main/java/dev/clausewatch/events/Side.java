package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The side of a change that a span points into. */
public enum Side {
    BEFORE,
    AFTER,
    /** A value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
