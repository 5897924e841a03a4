/**
 * What every resource shares: lists with cursors, the reading of query parameters, and the problems (RFC 9457) that say what is
 * wrong with a request.
 */
@NullMarked
package dev.clausewatch.gateway.http;

import org.jspecify.annotations.NullMarked;
