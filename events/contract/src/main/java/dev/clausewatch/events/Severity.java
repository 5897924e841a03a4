package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How bad a provision is for those bound by it, as the taxonomy defines it; in rising order. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    /** A value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
