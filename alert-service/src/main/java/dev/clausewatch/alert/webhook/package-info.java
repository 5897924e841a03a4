/**
 * Outgoing webhooks as Standard Webhooks has them: bodies, secrets, signatures, and the client that posts them. It knows nothing of
 * subscriptions or retries.
 */
@NullMarked
package dev.clausewatch.alert.webhook;

import org.jspecify.annotations.NullMarked;
