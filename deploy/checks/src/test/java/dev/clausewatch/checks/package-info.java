/** What is deployed, held against the code. */
@NullMarked
package dev.clausewatch.checks;

import org.jspecify.annotations.NullMarked;
