/**
 * Liveness of this process: {@link dev.clausewatch.runtime.health.LoopWatch} watches the threads and timers that run as long as it does.
 */
@NullMarked
package dev.clausewatch.runtime.health;

import org.jspecify.annotations.NullMarked;
