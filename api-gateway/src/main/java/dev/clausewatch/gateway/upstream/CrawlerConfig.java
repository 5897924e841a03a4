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

    /** How long a bundle of evidence may take until it begins to come. */
    @WithDefault("PT2M")
    Duration bundleTimeout();

    /** How long an answer to a batch of an import may take. */
    @WithDefault("PT1M")
    Duration batchTimeout();
}
