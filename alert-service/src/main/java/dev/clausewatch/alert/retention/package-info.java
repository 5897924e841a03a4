/** How long the ledger and the marks of handled events are kept, and what follows when they are gone. */
@NullMarked
package dev.clausewatch.alert.retention;

import org.jspecify.annotations.NullMarked;
