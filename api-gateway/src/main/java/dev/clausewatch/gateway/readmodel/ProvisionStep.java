package dev.clausewatch.gateway.readmodel;

/** What the lists of provisions of two versions tell about a provision; its words are told by the touched provisions. */
public enum ProvisionStep {
    /** It is in the list and was not before. */
    ADDED,
    /** It was in the list and is not any more. */
    REMOVED,
    /** It is printed with another number. */
    RENUMBERED,
    /** It stands under other headings. */
    HEADING_CHANGED
}
