/** Tests. */
@NullMarked
package dev.clausewatch.alert.delivery;

import org.jspecify.annotations.NullMarked;
