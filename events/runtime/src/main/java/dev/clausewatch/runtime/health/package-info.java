/** Whether this process still does its work: {@link dev.clausewatch.runtime.health.LoopWatch} looks after what runs for ever. */
@NullMarked
package dev.clausewatch.runtime.health;

import org.jspecify.annotations.NullMarked;
