package dev.clausewatch.crawler.politeness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sites are treated. */
@ConfigMapping(prefix = "clausewatch.politeness")
public interface PolitenessConfig {

    /** Pause between two requests to one host. */
    @WithDefault("1s")
    Duration delay();

    /** Longest {@code crawl-delay} of a robots.txt that is followed. */
    @WithDefault("30s")
    Duration longestDelay();

    /** Name by which robots.txt addresses us. */
    @WithDefault("clausewatch")
    String robotName();

    /** How long a robots.txt is believed. */
    @WithDefault("24h")
    Duration robotsCache();

    /** How long a robots.txt that could not be read is taken as a no. */
    @WithDefault("5m")
    Duration robotsRetry();

    /** Hosts whose robots.txt is remembered. */
    @WithDefault("2000")
    int robotsHosts();

    /** After this time a host that a dead replica held is free again. */
    @WithDefault("2m")
    Duration lease();
}
