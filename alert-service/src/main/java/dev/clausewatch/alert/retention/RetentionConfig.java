package dev.clausewatch.alert.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things are kept that nobody waits for. */
@ConfigMapping(prefix = "clausewatch.retention")
interface RetentionConfig {

    /** How long finished deliveries are kept, with their attempts and messages. */
    @WithDefault("P400D")
    Duration ledger();

    /** How long it is remembered which events were handled. Older ones are told to nobody, so that they are not told twice. */
    @WithDefault("P1825D")
    Duration handled();
}
