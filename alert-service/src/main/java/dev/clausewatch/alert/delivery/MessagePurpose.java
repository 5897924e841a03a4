package dev.clausewatch.alert.delivery;

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
    TEST
}
