@NullMarked
package dev.clausewatch.cli.search;

import org.jspecify.annotations.NullMarked;
