@NullMarked
package dev.clausewatch.diff.commands;

import org.jspecify.annotations.NullMarked;
