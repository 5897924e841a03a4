/**
 * Search over standing provisions and changes: an index on disk that each replica makes of the read model and follows it with, and the
 * addresses that ask it.
 */
@NullMarked
package dev.clausewatch.gateway.search;

import org.jspecify.annotations.NullMarked;
