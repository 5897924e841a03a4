/**
 * Provisions: how they stand in a version, and the whole life of each across versions.
 */
@NullMarked
package dev.clausewatch.gateway.provisions;

import org.jspecify.annotations.NullMarked;
