package dev.clausewatch.alert.ledger;

/** State of a delivery. */
public enum DeliveryState {
    /** Not tried, or its first attempt is under way. */
    PENDING,
    /** At least one attempt failed; another one is due. */
    RETRYING,
    /** The receiver has it. */
    DELIVERED,
    /** The last attempt failed; there are no more. */
    EXHAUSTED,
    /** Not to be sent any more: the change is gone, or the subscription is. */
    CANCELLED;

    boolean isOpen() {
        return this == PENDING || this == RETRYING;
    }
}
