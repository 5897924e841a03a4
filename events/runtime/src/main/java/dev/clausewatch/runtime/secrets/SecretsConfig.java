package dev.clausewatch.runtime.secrets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is asked of secrets. */
@ConfigMapping(prefix = "clausewatch.secrets")
interface SecretsConfig {

    /** Whether the service starts with secrets that are missing, short or known: for development on one's own machine. */
    @WithDefault("false")
    boolean allowWeak();
}
