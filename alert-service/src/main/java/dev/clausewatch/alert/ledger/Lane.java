package dev.clausewatch.alert.ledger;

/** Deliveries go in two lanes that do not wait for each other. */
public enum Lane {
    /** To endpoints that answer promptly. */
    MAIN,
    /** To endpoints that are new, slow or failing. */
    SLOW
}
