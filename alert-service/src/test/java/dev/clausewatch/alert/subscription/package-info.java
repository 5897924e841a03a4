/** Tests. */
@NullMarked
package dev.clausewatch.alert.subscription;

import org.jspecify.annotations.NullMarked;
