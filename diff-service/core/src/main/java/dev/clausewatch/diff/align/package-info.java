/** Finds, for each provision of a text, which one of the earlier text it is: unchanged, moved, edited, split or merged. Plain Java. */
@NullMarked
package dev.clausewatch.diff.align;

import org.jspecify.annotations.NullMarked;
