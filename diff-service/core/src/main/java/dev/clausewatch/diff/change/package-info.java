/**
 * Compares a text with the history of its document: what differs, which kind of change that is, and when a pending change is settled. Plain
 * Java; {@link dev.clausewatch.diff.change.Differ} is the way in, {@link dev.clausewatch.diff.change.ChangeKindRules} decides the kind.
 */
@NullMarked
package dev.clausewatch.diff.change;

import org.jspecify.annotations.NullMarked;
