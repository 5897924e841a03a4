package dev.clausewatch.alert.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long finished deliveries and marks of handled events are kept. */
@ConfigMapping(prefix = "clausewatch.retention")
interface RetentionConfig {

    /** How long finished deliveries are kept, with their attempts and messages. */
    @WithDefault("P400D")
    Duration ledger();

    /** How long marks of handled events are kept. Older events do not alert, since they could alert twice. */
    @WithDefault("P1825D")
    Duration handled();
}
