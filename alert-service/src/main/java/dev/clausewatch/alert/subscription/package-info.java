/**
 * Who wants to be told of what, and where: subscriptions with their filter, address and secret, and the REST API that the
 * api-gateway passes on.
 */
@NullMarked
package dev.clausewatch.alert.subscription;

import org.jspecify.annotations.NullMarked;
