package dev.clausewatch.crawler.bundle;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bundles of evidence. */
@ConfigMapping(prefix = "clausewatch.bundle")
interface BundleConfig {

    /** Texts and pages of one bundle together, at most; below 2 GiB, which is what a verifier reads. */
    @WithDefault("512M")
    MemorySize largest();

    /** Bundles made at the same time; each is a file in the folder for temporary ones while it is made and sent. */
    @WithDefault("2")
    int atOnce();
}
