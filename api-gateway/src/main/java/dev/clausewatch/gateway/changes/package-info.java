/**
 * Changes: the list with its filters, and one change with its provisions, word diffs, law and evidence.
 */
@NullMarked
package dev.clausewatch.gateway.changes;

import org.jspecify.annotations.NullMarked;
