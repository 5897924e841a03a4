/** Whom a classified change is told to: whether it is told at all, and which filters let it through. Plain Java. */
@NullMarked
package dev.clausewatch.alert.matching;

import org.jspecify.annotations.NullMarked;
