package dev.clausewatch.crawler.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Which documents are watched. */
@ConfigMapping(prefix = "clausewatch.documents")
public interface DocumentsConfig {

    /** Folder of declaration files; without it only declarations over HTTP are in force. */
    Optional<Path> declarations();

    /** How often the folder is read again. */
    @WithDefault("30s")
    Duration reread();

    /** Time between two captures of a document that declares none. */
    @WithDefault("PT12H")
    Duration cadence();
}
