/** Deliveries, their messages and attempts: what was sent, how it ended, what is due next, and the API that shows it. */
@NullMarked
package dev.clausewatch.alert.ledger;

import org.jspecify.annotations.NullMarked;
