/** Cuts a text into its provisions, and says which differences between two wordings are only cosmetic. Plain Java. */
@NullMarked
package dev.clausewatch.diff.segment;

import org.jspecify.annotations.NullMarked;
