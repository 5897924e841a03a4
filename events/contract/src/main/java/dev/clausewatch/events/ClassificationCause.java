package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a change was classified. Only {@link #CHANGE} may alert. */
public enum ClassificationCause {
    /** It was detected. */
    CHANGE,
    /** The rules or the model changed. */
    RULESET_UPGRADE,
    /** A reviewer corrected it. */
    CORRECTION,
    /** A language model's summary was added; the rest of the classification is the same. */
    MACHINE_SUMMARY,
    /** A language model of the user's own read its provisions; where that decides, types and what follows from them may differ. */
    MACHINE_READING,
    /** A value of a newer release; never alerts. */
    @JsonEnumDefaultValue
    UNKNOWN
}
