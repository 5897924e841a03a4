/**
 * Where messages go: the kinds of destinations with their settings, what sends to each, how an attempt can end, and the HTTP client that
 * those who post share. Independent of subscriptions and retries.
 */
@NullMarked
package dev.clausewatch.alert.destination;

import org.jspecify.annotations.NullMarked;
