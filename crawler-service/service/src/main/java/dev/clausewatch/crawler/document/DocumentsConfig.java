package dev.clausewatch.crawler.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Which documents are watched. */
@ConfigMapping(prefix = "clausewatch.documents")
public interface DocumentsConfig {

    /** Folder of declaration files; without it and a repository declarations come over HTTP, and what was declared before stays. */
    Optional<Path> declarations();

    /** How often the folder is read again. */
    @WithDefault("30s")
    Duration reread();

    /** Git repository of declarations, instead of a folder: an http or https address, with name and token if need be, or a path. */
    Optional<String> git();

    /** Branch of the repository; its own choice when absent. */
    Optional<String> gitBranch();

    /** How often the repository is asked whether it changed. */
    @WithDefault("5m")
    Duration gitPull();

    /** Time for one reading of the repository. */
    @WithDefault("5m")
    Duration gitDeadline();

    /** Time between two captures of a document that declares none. */
    @WithDefault("PT12H")
    Duration cadence();
}
