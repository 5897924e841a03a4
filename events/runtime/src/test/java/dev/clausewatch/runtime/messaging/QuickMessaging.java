package dev.clausewatch.runtime.messaging;

import java.time.Duration;

/** Settings for tests: an event log that is swept, and short waits. */
record QuickMessaging() implements MessagingConfig {

    @Override
    public Duration publishTimeout() {
        return Duration.ofSeconds(20);
    }

    @Override
    public Duration firstWait() {
        return Duration.ofMillis(50);
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
    public boolean eventLog() {
        return true;
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
