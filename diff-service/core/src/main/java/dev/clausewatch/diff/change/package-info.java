/**
 * Judges a text against its past: what differs, which kind of change that is, and when a change that waits is settled. Plain
 * Java; {@link dev.clausewatch.diff.change.Differ} is the way in, {@link dev.clausewatch.diff.change.ChangeKindRules} decides the kind.
 */
@NullMarked
package dev.clausewatch.diff.change;

import org.jspecify.annotations.NullMarked;
