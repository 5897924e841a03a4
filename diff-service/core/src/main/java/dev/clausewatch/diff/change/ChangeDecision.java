package dev.clausewatch.diff.change;

import dev.clausewatch.events.ChangeDetected;

/**
 * The decision on a new snapshot: the change to publish and the version to store.
 *
 * @param change the change to publish
 * @param version the new version
 * @param reading its text and provisions
 */
public record ChangeDecision(ChangeDetected change, KnownVersion version, SegmentedText reading) {}
