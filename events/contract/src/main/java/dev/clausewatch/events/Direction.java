package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a change does to those bound by the terms who are not the platform, as the taxonomy defines it. */
public enum Direction {
    /** A right, protection, promise or choice goes or shrinks; a duty, ban, fee, risk or use of data is added or widened. */
    WORSE,
    /** The reverse. */
    BETTER,
    /** Both, and neither clearly outweighs. */
    MIXED,
    /** Neither: clarified, renamed, corrected or moved. */
    NEUTRAL,
    /** A value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
