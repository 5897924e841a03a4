@NullMarked
package dev.clausewatch.search;

import org.jspecify.annotations.NullMarked;
