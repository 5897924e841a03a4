package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Whether the classifier could read a provision. */
public enum Assessment {
    ASSESSED,
    /**
     * It could not, for example because of its language. The provision is marked, the alert is still sent, and area and severity filters
     * let it through.
     */
    NOT_ASSESSED,
    /** A value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
