package dev.clausewatch.runtime.messaging;

/** Between deciding and storing, somebody else changed what was decided on. The decision is made anew; nothing was stored. */
public final class OutdatedDecisionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what changed. */
    public OutdatedDecisionException(String what) {
        super(what);
    }
}
