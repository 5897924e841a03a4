package dev.clausewatch.alert.delivery;

import dev.clausewatch.alert.webhook.WebhookResult;
import java.time.Instant;

/** An attempt that was made. */
record Attempt(Claim claim, Instant at, WebhookResult result) {}
