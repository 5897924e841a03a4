package dev.clausewatch.alert.delivery;

/** How an endpoint answered last. */
enum Pace {
    /** Never yet. */
    NEW,
    /** Soon, whatever it said. */
    PROMPT,
    /** Late or not at all, or it asked for less. */
    AILING
}
