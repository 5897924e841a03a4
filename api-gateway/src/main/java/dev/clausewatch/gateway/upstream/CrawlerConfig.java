package dev.clausewatch.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where crawler-service is. */
@ConfigMapping(prefix = "clausewatch.crawler")
interface CrawlerConfig {

    /** Its address. */
    URI url();

    /** How long an answer may take. */
    @WithDefault("PT5S")
    Duration timeout();
}
