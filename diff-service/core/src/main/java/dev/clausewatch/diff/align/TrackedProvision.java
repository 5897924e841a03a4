package dev.clausewatch.diff.align;

import dev.clausewatch.diff.segment.Provision;

/**
 * A provision with its lineage.
 *
 * @param id lasts across the versions of its document
 * @param provision as it stands in one version
 */
public record TrackedProvision(String id, Provision provision) {}
