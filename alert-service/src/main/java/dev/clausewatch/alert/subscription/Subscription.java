package dev.clausewatch.alert.subscription;

import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.Rendering;
import dev.clausewatch.filter.Filter;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A subscription: who is alerted, of what, and where.
 *
 * @param id random, never used again
 * @param position grows with each subscription; orders lists
 * @param name for people
 * @param destination where its messages go
 * @param filter which of them
 * @param events the event groups it asks for
 * @param active whether deliveries are sent
 * @param inactiveReason stable code: {@code paused} by its owner, {@code gone} after the receiver answered 410,
 *     {@code unconfirmed} before its address said yes, {@code unsubscribed} by its reader
 * @param previousSecretUntil until when the rotated secret also signs
 * @param createdAt when
 * @param owner the id of the API key that made it; absent where that is not known
 */
public record Subscription(
        String id,
        long position,
        String name,
        Destination destination,
        Filter filter,
        Set<EventGroup> events,
        boolean active,
        @Nullable String inactiveReason,
        @Nullable Instant previousSecretUntil,
        Instant createdAt,
        @Nullable String owner) {

    public Subscription {
        events = Set.copyOf(events);
    }

    /** How its messages are written. */
    public Rendering rendering() {
        return new Rendering(destination.kind());
    }

    /** Whether it hears of such events. */
    public boolean wants(EventGroup group) {
        return events.contains(group);
    }
}
