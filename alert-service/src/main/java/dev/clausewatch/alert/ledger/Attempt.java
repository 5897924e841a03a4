package dev.clausewatch.alert.ledger;

import dev.clausewatch.alert.destination.SendResult;
import java.time.Duration;
import java.time.Instant;

/** An attempt that was made. */
public record Attempt(ClaimedDelivery claim, Instant at, SendResult result) {

    /** How its endpoint answered, where one that takes so long is slow. */
    EndpointHealth pace(Duration slowAfter) {
        boolean slow = result.took().compareTo(slowAfter) >= 0;
        return slow || result.outcome().isSlow() ? EndpointHealth.AILING : EndpointHealth.PROMPT;
    }
}
