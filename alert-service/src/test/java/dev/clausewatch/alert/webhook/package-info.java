/** Tests. */
@NullMarked
package dev.clausewatch.alert.webhook;

import org.jspecify.annotations.NullMarked;
