/** Segments a text into provisions and normalizes texts, to tell cosmetic differences from others. Plain Java. */
@NullMarked
package dev.clausewatch.diff.segment;

import org.jspecify.annotations.NullMarked;
