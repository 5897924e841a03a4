/**
 * Runs SQL in the current transaction and reads and writes JSON columns.
 */
@NullMarked
package dev.clausewatch.crawler.database;

import org.jspecify.annotations.NullMarked;
