package dev.clausewatch.gateway.readmodel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the topics are read into the read model. */
@ConfigMapping(prefix = "clausewatch.read-model")
interface ReadModelConfig {

    /** How long one look for new records waits; a rebuild is noticed within it. */
    @WithDefault("PT0.5S")
    Duration pollTimeout();

    /** How many records are written in one transaction at most. */
    @WithDefault("200")
    int batchRecords();

    /** How often a replica that does not project asks whether it may. */
    @WithDefault("PT2S")
    Duration standbyCheck();

    /** The longest wait after a fault of broker or database. */
    @WithDefault("PT10S")
    Duration longestWait();
}
