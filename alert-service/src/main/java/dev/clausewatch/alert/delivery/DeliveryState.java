package dev.clausewatch.alert.delivery;

/** Where a delivery stands. */
enum DeliveryState {
    /** Not tried, or its first attempt is under way. */
    PENDING,
    /** Tried in vain; another attempt is due. */
    RETRYING,
    /** The receiver has it. */
    DELIVERED,
    /** Tried in vain for the last time. */
    EXHAUSTED,
    /** Not to be sent any more: the change is gone, or the subscription is. */
    CANCELLED;

    boolean isOpen() {
        return this == PENDING || this == RETRYING;
    }
}
