package dev.clausewatch.gateway.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the search index is, and how it follows the read model. */
@ConfigMapping(prefix = "clausewatch.search")
interface SearchConfig {

    /** Folder of the index, of this replica alone; without one it is made anew at each start, in the temporary folder. */
    Optional<Path> directory();

    /** How often new commits of the read model are looked for. */
    @WithDefault("PT0.5S")
    Duration poll();

    /** How many documents and changes go into one commit of the index. */
    @WithDefault("200")
    int batch();

    /** The longest wait after a fault of database or disk. */
    @WithDefault("PT10S")
    Duration longestWait();
}
