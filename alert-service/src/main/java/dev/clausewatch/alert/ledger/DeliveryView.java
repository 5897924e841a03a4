package dev.clausewatch.alert.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as callers see it; its id is the {@code webhook-id}.
 *
 * @param attemptCount how many attempts the ledger has
 * @param nextAttemptAt when it is tried again, or until when a sender has it; absent when finished or held
 * @param attempts the ledger; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        String id,
        String subscriptionId,
        @Nullable String changeId,
        MessagePurpose purpose,
        DeliveryState state,
        int attemptCount,
        @Nullable Integer lastStatus,
        @Nullable String lastReason,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant finishedAt,
        @Nullable List<AttemptView> attempts) {

    static DeliveryView of(Delivery delivery) {
        return of(delivery, null);
    }

    static DeliveryView of(Delivery delivery, @Nullable List<AttemptView> attempts) {
        DeliveryStatus status = delivery.status();
        return new DeliveryView(
                delivery.id(),
                delivery.subscriptionId(),
                delivery.changeId(),
                delivery.purpose(),
                status.state(),
                status.attempts(),
                delivery.lastStatus(),
                delivery.lastReason(),
                delivery.createdAt(),
                status.dueAt(),
                delivery.finishedAt(),
                attempts);
    }

    /** For others than the owner of its subscription: without what the receiver answered. */
    static DeliveryView withoutAnswers(Delivery delivery) {
        DeliveryStatus status = delivery.status();
        return new DeliveryView(
                delivery.id(),
                delivery.subscriptionId(),
                delivery.changeId(),
                delivery.purpose(),
                status.state(),
                status.attempts(),
                null,
                null,
                delivery.createdAt(),
                status.dueAt(),
                delivery.finishedAt(),
                null);
    }

    /** A row. */
    record Delivery(
            long position,
            String id,
            String subscriptionId,
            @Nullable String changeId,
            MessagePurpose purpose,
            DeliveryStatus status,
            Instant createdAt,
            @Nullable Instant finishedAt,
            @Nullable Integer lastStatus,
            @Nullable String lastReason) {}

    /**
     * An entry of the ledger.
     *
     * @param attempt 1, 2, 3 …
     * @param status of the receiver's answer, where there was one
     * @param reason stable code of a failure
     * @param response how the answer's body begins
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttemptView(
            int attempt,
            Instant attemptedAt,
            long durationMs,
            @Nullable Integer status,
            @Nullable String reason,
            @Nullable String response) {}

    /**
     * A page of deliveries.
     *
     * @param items newest first
     * @param next the cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<DeliveryView> items, @Nullable String next) {}
}
