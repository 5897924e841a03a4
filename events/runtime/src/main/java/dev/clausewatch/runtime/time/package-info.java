/** Time as every service takes it: the clock, and how long to pause after failures. */
@NullMarked
package dev.clausewatch.runtime.time;

import org.jspecify.annotations.NullMarked;
