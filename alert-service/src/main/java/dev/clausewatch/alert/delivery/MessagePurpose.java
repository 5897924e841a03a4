package dev.clausewatch.alert.delivery;

import dev.clausewatch.events.DeliveryPurpose;
import org.jspecify.annotations.Nullable;

/** What a message is for. */
enum MessagePurpose {
    /** A change happened. */
    ALERT,
    /** A change that was told is gone. */
    RETRACTION,
    /** A change that was retracted holds after all. */
    REINSTATEMENT,
    /** A source cannot be read any more, or can be read again. */
    SOURCE_HEALTH,
    /** A subscriber wants to see whether it works. */
    TEST;

    /** The purpose that events tell; absent for what is about no change, which no event tells. */
    @Nullable
    DeliveryPurpose inEvents() {
        return switch (this) {
            case ALERT -> DeliveryPurpose.ALERT;
            case RETRACTION -> DeliveryPurpose.RETRACTION;
            case REINSTATEMENT -> DeliveryPurpose.REINSTATEMENT;
            case SOURCE_HEALTH, TEST -> null;
        };
    }
}
