package dev.clausewatch.gateway.feeds;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of exports. */
@ConfigMapping(prefix = "clausewatch.export")
interface ExportConfig {

    /** How many run at once: each holds a connection to the database as long as its reader takes. */
    @WithDefault("2")
    int atOnce();

    /** How long one waits for its turn. */
    @WithDefault("PT10S")
    Duration patience();
}
