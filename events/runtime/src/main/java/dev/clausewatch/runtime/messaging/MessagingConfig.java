package dev.clausewatch.runtime.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service talks to the broker. */
@ConfigMapping(prefix = "clausewatch.messaging")
interface MessagingConfig {

    /** How long one publication may take before it counts as failed. */
    @WithDefault("PT20S")
    Duration publishTimeout();

    /** The first wait after a transient failure (database or broker away); doubled up to {@link #longestWait()}. */
    @WithDefault("PT0.2S")
    Duration firstWait();

    /** The longest wait after a transient failure. */
    @WithDefault("PT10S")
    Duration longestWait();

    /** CPU time that the decision on one event may take before a coarser result is used. */
    @WithDefault("PT20S")
    Duration decisionBudget();

    /** How long a shutdown waits for the polls in flight. */
    @WithDefault("PT10S")
    Duration drain();

    /** Whether this service has an event log (outbox), that is, the table {@code event_log}. */
    @WithDefault("false")
    boolean eventLog();

    /** How long published rows of the event log are kept. */
    @WithDefault("P7D")
    Duration eventLogRetention();
}
