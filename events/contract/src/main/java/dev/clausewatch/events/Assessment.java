package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Whether the classifier could read a provision. */
public enum Assessment {
    ASSESSED,
    /** Another language, say: marked, never suppressed, and passes area and severity filters. */
    NOT_ASSESSED,
    /** A value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
