/**
 * The classifier's register of types, areas and instruments: gives their titles to the ids that events carry.
 */
@NullMarked
package dev.clausewatch.gateway.register;

import org.jspecify.annotations.NullMarked;
