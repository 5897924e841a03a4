/** Tests. */
@NullMarked
package dev.clausewatch.alert.matching;

import org.jspecify.annotations.NullMarked;
