package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a run of a word diff is. */
public enum DiffOp {
    EQUAL,
    DELETE,
    INSERT,
    /** A value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
