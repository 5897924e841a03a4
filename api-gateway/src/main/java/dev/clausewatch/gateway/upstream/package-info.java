/**
 * The services behind the gateway, called over HTTP with the service token. One that is away gives a 503 that names it; what needs
 * no call goes on.
 */
@NullMarked
package dev.clausewatch.gateway.upstream;

import org.jspecify.annotations.NullMarked;
