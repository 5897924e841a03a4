/**
 * The whole of Clausewatch on one machine: {@link dev.clausewatch.local.Launcher} reads the command, {@link dev.clausewatch.local.LocalStack} runs the
 * parts as processes, {@link dev.clausewatch.local.Demo} plays the demo. The end-to-end tests and the benches run the same stack.
 */
@NullMarked
package dev.clausewatch.local;

import org.jspecify.annotations.NullMarked;
