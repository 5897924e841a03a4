package dev.clausewatch.alert.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells which events are older than the retention of the handled-event marks. */
@ApplicationScoped
public class Retention {

    /** A change can be retracted within seven days of captures, and reinstated within as long after that. */
    private static final Duration SHORTEST = Duration.ofDays(30);

    /** The mark of an event may be a little older than the event, where clocks differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final Duration ledger;
    private final Duration handled;
    private final Clock clock;

    Retention(RetentionConfig config, Clock clock) {
        this.ledger = checked("ledger", config.ledger());
        this.handled = checked("handled", config.handled());
        this.clock = clock;
    }

    /** Whether an event is so old that the mark whether it was handled may be deleted. */
    public boolean isExpired(Instant eventTime) {
        return eventTime.isBefore(clock.instant().minus(handled));
    }

    Instant ledgerBegins() {
        return clock.instant().minus(ledger);
    }

    Instant marksBegin() {
        return clock.instant().minus(handled).minus(CLOCKS_DIFFER);
    }

    private static Duration checked(String key, Duration age) {
        if (age.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("clausewatch.retention." + key + " must be at least " + SHORTEST.toDays()
                    + " days: until then a change that was told may still be retracted");
        }
        return age;
    }
}
