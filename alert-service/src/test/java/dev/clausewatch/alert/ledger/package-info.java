@NullMarked
package dev.clausewatch.alert.ledger;

import org.jspecify.annotations.NullMarked;
