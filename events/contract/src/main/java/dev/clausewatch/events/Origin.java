package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where a snapshot comes from. Only {@link #LIVE} may alert. */
public enum Origin {
    /** Captured from the platform's page. */
    LIVE,
    /** Read from an archive of earlier versions. */
    IMPORT,
    /** A value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
