package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What happened to a provision; several may hold at once. */
public enum ProvisionChange {
    ADDED,
    REMOVED,
    EDITED,
    MOVED,
    RENUMBERED,
    SPLIT,
    MERGED,
    /** A value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
