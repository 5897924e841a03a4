package dev.clausewatch.runtime.messaging;

/**
 * The state a decision was based on changed before the decision was stored (optimistic locking). Nothing was stored; the decision is made
 * again.
 */
public final class OutdatedDecisionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what changed. */
    public OutdatedDecisionException(String what) {
        super(what);
    }
}
