/** Deletion of old ledger entries and marks of handled events, and the check that keeps older events from alerting again. */
@NullMarked
package dev.clausewatch.alert.retention;

import org.jspecify.annotations.NullMarked;
