/** What the commands of the {@code clausewatch} script have in common: how they end and what they say. */
@NullMarked
package dev.clausewatch.runtime.commands;

import org.jspecify.annotations.NullMarked;
