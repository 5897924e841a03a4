/** The commands of the {@code clausewatch} script: one program on the cores, without any service. */
@NullMarked
package dev.clausewatch.cli;

import org.jspecify.annotations.NullMarked;
