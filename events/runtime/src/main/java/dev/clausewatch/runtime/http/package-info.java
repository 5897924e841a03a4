/** HTTP code that all services share: the service token, request limits, query parameters and problems (RFC 9457). */
@NullMarked
package dev.clausewatch.runtime.http;

import org.jspecify.annotations.NullMarked;
