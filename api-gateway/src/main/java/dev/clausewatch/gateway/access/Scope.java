package dev.clausewatch.gateway.access;

import java.util.Locale;

/** What a key may do. A key has any set of them; none includes another. */
public enum Scope {
    /** Read everything but keys. */
    READ,
    /** Subscriptions, declarations, captures. */
    WRITE,
    /** Keys, and the running of the installation. */
    ADMIN;

    /** As clients write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
