/**
 * The read model: what the topics say, as rows of schema {@code read}. It holds nothing that the topics do not hold, so it can be
 * dropped and built again at any time.
 */
@NullMarked
package dev.clausewatch.gateway.readmodel;

import org.jspecify.annotations.NullMarked;
