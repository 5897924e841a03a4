/** Tests. */
@NullMarked
package dev.clausewatch.alert.planning;

import org.jspecify.annotations.NullMarked;
