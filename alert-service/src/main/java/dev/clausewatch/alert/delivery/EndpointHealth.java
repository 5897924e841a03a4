package dev.clausewatch.alert.delivery;

/** How an endpoint answered last. */
enum EndpointHealth {
    /** Not contacted yet. */
    NEW,
    /** In time, whatever the status. */
    PROMPT,
    /** Late or not at all, or with a status that asks to slow down (429, 502, 503, 504). */
    AILING
}
