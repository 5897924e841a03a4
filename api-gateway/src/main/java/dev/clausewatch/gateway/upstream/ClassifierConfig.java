package dev.clausewatch.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where classifier-service is. */
@ConfigMapping(prefix = "clausewatch.classifier")
interface ClassifierConfig {

    /** Its address. */
    URI url();

    /** How long an answer may take; a correction classifies its change anew. */
    @WithDefault("PT30S")
    Duration timeout();

    /** How long an answer to a batch of a reclassification may take. */
    @WithDefault("PT2M")
    Duration batchTimeout();
}
