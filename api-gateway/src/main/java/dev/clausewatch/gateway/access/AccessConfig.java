package dev.clausewatch.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Keys and sessions. */
@ConfigMapping(prefix = "clausewatch.access")
interface AccessConfig {

    /** Where the first key is written (mode 0600). Without it the key is logged, once, as a warning. */
    Optional<Path> firstKeyFile();

    /** How long somebody stays signed in on the pages. */
    @WithDefault("PT12H")
    Duration sessionLifetime();

    /** Whether the session's cookie is sent over TLS only; without TLS browsers drop it, and nobody stays signed in. */
    @WithDefault("true")
    boolean secureCookie();
}
