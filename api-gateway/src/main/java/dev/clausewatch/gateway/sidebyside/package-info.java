/** Platforms side by side: which kinds of provisions each has or lacks, and how each words one. */
@NullMarked
package dev.clausewatch.gateway.sidebyside;

import org.jspecify.annotations.NullMarked;
