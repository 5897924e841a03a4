package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why the text differs from the one before. Only {@link #SITE} may alert at once. */
public enum CaptureCause {
    /** The platform published another text. */
    SITE,
    /** Our extractor reads the same page differently. */
    EXTRACTOR_UPGRADE,
    /** The declaration selects something else of the same page. */
    DECLARATION_UPGRADE,
    /** A value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
