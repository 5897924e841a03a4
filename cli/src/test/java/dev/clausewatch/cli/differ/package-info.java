@NullMarked
package dev.clausewatch.cli.differ;

import org.jspecify.annotations.NullMarked;
