/** Plain SQL for rows that are claimed, locked or written in batches. Everything else uses entities and repositories. */
@NullMarked
package dev.clausewatch.runtime.database;

import org.jspecify.annotations.NullMarked;
