package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How a change that waited ended. */
public enum SettledAs {
    /** The text stood: the change is told now. */
    CONFIRMED,
    /** The text went away before anybody was told. */
    WITHDRAWN,
    /** A later change says it all. */
    SUPERSEDED,
    /** A value of a newer release; never alerts. */
    @JsonEnumDefaultValue
    UNKNOWN
}
