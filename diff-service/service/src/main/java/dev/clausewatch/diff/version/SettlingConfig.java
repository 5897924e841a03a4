package dev.clausewatch.diff.version;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a pending change is confirmed. */
@ConfigMapping(prefix = "clausewatch.settling")
interface SettlingConfig {

    /** How long a suspect or flapping text has to stand; the first verification after that confirms its change. */
    @WithDefault("PT48H")
    Duration hold();
}
