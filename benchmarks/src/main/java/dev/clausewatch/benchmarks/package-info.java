/** What Clausewatch measures of itself on this machine; each bench ends with one line that a program can read. */
@NullMarked
package dev.clausewatch.benchmarks;

import org.jspecify.annotations.NullMarked;
