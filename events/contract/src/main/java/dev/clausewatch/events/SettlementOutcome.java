package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How a pending change was settled. */
public enum SettlementOutcome {
    /** The new text lasted: the alert is sent. */
    CONFIRMED,
    /** The new text went away before an alert was sent. */
    WITHDRAWN,
    /** A later change covers this one. */
    SUPERSEDED,
    /** A value of a newer release; never alerts. */
    @JsonEnumDefaultValue
    UNKNOWN
}
