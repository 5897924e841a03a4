/** The time as the database keeps it. */
@NullMarked
package dev.clausewatch.gateway.database;

import org.jspecify.annotations.NullMarked;
