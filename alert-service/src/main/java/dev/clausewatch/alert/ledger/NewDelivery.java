package dev.clausewatch.alert.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to be queued.
 *
 * @param id derived, so that the same delivery is queued once
 * @param subscriptionId whom
 * @param messageId what is sent
 * @param changeId of what; absent for what is about no change
 * @param purpose why
 * @param dueIn how long it waits before it may be sent; absent while its subscription is paused
 */
public record NewDelivery(
        String id,
        String subscriptionId,
        String messageId,
        @Nullable String changeId,
        MessagePurpose purpose,
        @Nullable Duration dueIn) {}
