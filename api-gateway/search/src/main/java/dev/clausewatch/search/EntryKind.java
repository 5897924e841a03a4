package dev.clausewatch.search;

/** What can be found. */
public enum EntryKind {
    /** A provision as it stands in the newest version of its document. */
    PROVISION,
    /** A change of a document. */
    CHANGE
}
