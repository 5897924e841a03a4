/**
 * The platforms whose documents are watched.
 */
@NullMarked
package dev.clausewatch.gateway.platforms;

import org.jspecify.annotations.NullMarked;
