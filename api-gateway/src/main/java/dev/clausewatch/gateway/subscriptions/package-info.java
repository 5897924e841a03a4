/**
 * Subscriptions, their deliveries, declarations and captures: commands that other services carry out, passed on as they are.
 */
@NullMarked
package dev.clausewatch.gateway.subscriptions;

import org.jspecify.annotations.NullMarked;
