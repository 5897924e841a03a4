@NullMarked
package dev.clausewatch.filter;

import org.jspecify.annotations.NullMarked;
