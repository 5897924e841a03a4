package dev.clausewatch.alert.delivery;

/** Deliveries go in two lanes that do not wait for each other. */
enum Lane {
    /** To endpoints that answer promptly. */
    MAIN,
    /** To endpoints that are new, slow or failing. */
    SLOW
}
