package dev.clausewatch.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to tell one subscriber of one change.
 *
 * @param deliveryId {@link Ids#delivery}
 * @param subscriptionId whom
 * @param changeId of what
 * @param purpose why
 * @param attempt 1, 2, 3 …
 * @param attemptedAt when
 * @param status HTTP status of the receiver, where there was an answer
 * @param reason stable code of a failure, such as {@code timeout}; absent on success
 */
public record DeliveryAttempt(
        String deliveryId,
        String subscriptionId,
        String changeId,
        DeliveryPurpose purpose,
        int attempt,
        Instant attemptedAt,
        @Nullable Integer status,
        @Nullable String reason) {

    public DeliveryAttempt {
        Required.text(deliveryId, "deliveryId");
        Required.text(subscriptionId, "subscriptionId");
        Required.text(changeId, "changeId");
        Required.present(purpose, "purpose");
        Required.present(attemptedAt, "attemptedAt");
    }
}
