package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a change is, decided by the diff service; exactly one per change. */
public enum ChangeKind {
    /** The first version that we have: nothing changed. */
    BASELINE,
    /** Words of at least one provision changed. */
    SUBSTANTIVE,
    /** Only typography, markup, link targets, dates of the document, numbering or order changed. */
    EDITORIAL,
    /** The text is that of an earlier version again. */
    REVERTED,
    /** Our extractor, segmenter or declaration changed; the page is not known to have, unless a signal says {@code may-be-new}. */
    TECHNICAL,
    /** The text collapsed or turned into something that is not the document. */
    SUSPECT,
    /** A value of a newer release; never alerts. */
    @JsonEnumDefaultValue
    UNKNOWN
}
