/** Exact SQL where rows are claimed, locked or written in batches; entities and repositories are for the rest. */
@NullMarked
package dev.clausewatch.runtime.database;

import org.jspecify.annotations.NullMarked;
