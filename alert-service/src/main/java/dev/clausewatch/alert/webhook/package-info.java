/**
 * Outgoing webhooks by the Standard Webhooks specification: bodies, secrets, signatures, and the HTTP client. Independent of subscriptions
 * and retries.
 */
@NullMarked
package dev.clausewatch.alert.webhook;

import org.jspecify.annotations.NullMarked;
