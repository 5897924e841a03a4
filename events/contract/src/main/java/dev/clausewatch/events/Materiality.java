package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How much a change matters to somebody bound by the terms, as the taxonomy defines it; in rising order. */
public enum Materiality {
    EDITORIAL,
    MINOR,
    MATERIAL,
    /** It could not be assessed; also a value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
