package dev.clausewatch.alert.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to be queued.
 *
 * @param id derived, so that the same delivery is queued once
 * @param subscriptionId whom
 * @param messageId what is sent
 * @param changeId of what; absent for a test
 * @param purpose why
 * @param dueAt when it may be sent; absent while its subscription is paused
 */
record NewDelivery(
        String id,
        String subscriptionId,
        String messageId,
        @Nullable String changeId,
        MessagePurpose purpose,
        @Nullable Instant dueAt) {}
