package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Operation of a run in a word diff. */
public enum DiffOp {
    EQUAL,
    DELETE,
    INSERT,
    /** A value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
