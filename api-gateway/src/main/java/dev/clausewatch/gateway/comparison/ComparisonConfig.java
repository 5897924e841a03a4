package dev.clausewatch.gateway.comparison;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of comparing versions on request. */
@ConfigMapping(prefix = "clausewatch.comparison")
interface ComparisonConfig {

    /** CPU time that one comparison may take before whole lines are compared instead. */
    @WithDefault("PT5S")
    Duration budget();

    /** How many are computed at once; texts and what differs are held in memory for each. */
    @WithDefault("2")
    int atOnce();

    /** How long a request waits for its turn. */
    @WithDefault("PT10S")
    Duration patience();
}
