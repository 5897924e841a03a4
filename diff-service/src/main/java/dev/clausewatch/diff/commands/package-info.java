/** What the {@code clausewatch} script runs of the diff service: the measurement of its core, without service, broker or database. */
@NullMarked
package dev.clausewatch.diff.commands;

import org.jspecify.annotations.NullMarked;
