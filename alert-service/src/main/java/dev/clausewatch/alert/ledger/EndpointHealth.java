package dev.clausewatch.alert.ledger;

/** How an endpoint answered last. */
public enum EndpointHealth {
    /** Not contacted yet. */
    NEW,
    /** In time, whatever the status. */
    PROMPT,
    /** Late or not at all, or with a status that asks to slow down (429, 502, 503, 504). */
    AILING
}
