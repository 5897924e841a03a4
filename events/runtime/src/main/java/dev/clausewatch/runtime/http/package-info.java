/** What the services share over HTTP: the token between services and the guard against addresses that are not public. */
@NullMarked
package dev.clausewatch.runtime.http;

import org.jspecify.annotations.NullMarked;
