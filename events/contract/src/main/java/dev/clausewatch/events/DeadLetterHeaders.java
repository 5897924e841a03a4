package dev.clausewatch.events;

import java.util.Set;

/** The headers that a dead letter has beside those of the record it was, and that of a note that one was sent back. */
public final class DeadLetterHeaders {

    /** Why the record could not be processed. */
    public static final String REASON = "dead-letter-reason";

    /** The topic it was read from. */
    public static final String TOPIC = "dead-letter-topic";

    /** The partition it was read from. */
    public static final String PARTITION = "dead-letter-partition";

    /** Its offset there. */
    public static final String OFFSET = "dead-letter-offset";

    /** How many bytes its value had, also where the letter is without; -1 for a record without a value. */
    public static final String BYTES = "dead-letter-bytes";

    /** What a record has to lose to be again what it was. */
    public static final Set<String> ALL = Set.of(REASON, TOPIC, PARTITION, OFFSET, BYTES);

    /**
     * Only on a note, which lies on a topic of dead letters and is none: the offset of the letter that was sent back. A note has neither key
     * nor value nor {@link #TOPIC}; {@link #PARTITION} and {@link #OFFSET} say where the record is that was sent.
     */
    public static final String REPLAYED = "dead-letter-replayed";

    private DeadLetterHeaders() {}
}
