/** {@code eval search}: whether search finds the right provisions. */
@NullMarked
package dev.clausewatch.cli.search;

import org.jspecify.annotations.NullMarked;
