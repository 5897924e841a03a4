package dev.clausewatch.crawler.archive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the archive keeps what no snapshot needs. */
@ConfigMapping(prefix = "clausewatch.archive")
interface ArchiveConfig {

    /** Bytes of captures that became no snapshot stay so long after they first came. */
    @WithDefault("P90D")
    Duration refusedRetention();
}
