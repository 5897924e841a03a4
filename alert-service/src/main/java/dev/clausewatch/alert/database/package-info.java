/** Plain SQL for the whole service: statements with parameters, read into records, within the transaction of the caller. */
@NullMarked
package dev.clausewatch.alert.database;

import org.jspecify.annotations.NullMarked;
