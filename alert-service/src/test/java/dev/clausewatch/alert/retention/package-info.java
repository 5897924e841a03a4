/** Tests. */
@NullMarked
package dev.clausewatch.alert.retention;

import org.jspecify.annotations.NullMarked;
