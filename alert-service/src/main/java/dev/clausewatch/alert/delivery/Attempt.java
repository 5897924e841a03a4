package dev.clausewatch.alert.delivery;

import dev.clausewatch.alert.webhook.WebhookResult;
import java.time.Duration;
import java.time.Instant;

/** An attempt that was made. */
record Attempt(ClaimedDelivery claim, Instant at, WebhookResult result) {

    /** How its endpoint answered, where one that takes so long is slow. */
    EndpointHealth pace(Duration slowAfter) {
        boolean slow = result.took().compareTo(slowAfter) >= 0;
        return slow || result.outcome().isSlow() ? EndpointHealth.AILING : EndpointHealth.PROMPT;
    }
}
