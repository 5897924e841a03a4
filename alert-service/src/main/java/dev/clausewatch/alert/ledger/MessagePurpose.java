package dev.clausewatch.alert.ledger;

import dev.clausewatch.events.DeliveryPurpose;
import org.jspecify.annotations.Nullable;

/** What a message is for. */
public enum MessagePurpose {
    /** A change happened. */
    ALERT,
    /** A change that was alerted has been undone. */
    RETRACTION,
    /** A retracted change is in force again. */
    REINSTATEMENT,
    /** A source cannot be read any more, or can be read again. */
    SOURCE_HEALTH,
    /** A subscriber tests address and secret. */
    TEST,
    /** An address is asked whether it wants what it is subscribed to. */
    CONFIRMATION;

    /** The purpose in delivery events; absent for messages without a change, which have no events. */
    @Nullable
    DeliveryPurpose inEvents() {
        return switch (this) {
            case ALERT -> DeliveryPurpose.ALERT;
            case RETRACTION -> DeliveryPurpose.RETRACTION;
            case REINSTATEMENT -> DeliveryPurpose.REINSTATEMENT;
            case SOURCE_HEALTH, TEST, CONFIRMATION -> null;
        };
    }
}
