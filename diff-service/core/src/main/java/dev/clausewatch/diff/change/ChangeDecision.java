package dev.clausewatch.diff.change;

import dev.clausewatch.events.ChangeDetected;

/**
 * What a new snapshot means, and what has to be remembered of it.
 *
 * @param change the change to announce
 * @param version the new version
 * @param reading its text and provisions
 */
public record ChangeDecision(ChangeDetected change, KnownVersion version, Reading reading) {}
