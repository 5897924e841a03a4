/**
 * Reads captures, keeps every version with its provisions, and publishes the changes: each snapshot in its document's order, each
 * change and settlement with the id and time that it was stored with.
 */
@NullMarked
package dev.clausewatch.diff.version;

import org.jspecify.annotations.NullMarked;
