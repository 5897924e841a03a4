package dev.clausewatch.runtime.messaging;

import java.time.Duration;

/** Settings for tests: an event log that is swept, and short waits. */
record QuickMessaging(Duration publishTimeout, boolean eventLog) implements MessagingConfig {

    QuickMessaging() {
        this(Duration.ofSeconds(60));
    }

    QuickMessaging(Duration publishTimeout) {
        this(publishTimeout, true);
    }

    @Override
    public Duration firstWait() {
        return Duration.ofMillis(20);
    }

    @Override
    public Duration longestWait() {
        return Duration.ofMillis(200);
    }

    @Override
    public Duration drain() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration eventLogRetention() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration decisionBudget() {
        return Duration.ofSeconds(1);
    }
}
