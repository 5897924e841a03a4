package dev.clausewatch.crawler.politeness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    /** How long a host is left alone that sends us away (429, 503) without saying for how long; doubles each time. */
    @WithDefault("60s")
    Duration firstBackOff();

    /** Longest wait for a host that sends us away, also when it asks for more. */
    @WithDefault("24h")
    Duration longestBackOff();

    /** Longest wait for a host that cannot be reached, for which the first wait doubles too. */
    @WithDefault("1h")
    Duration longestUnreachable();

    /** A host that was asked again for this long without sending us away starts anew. */
    @WithDefault("30m")
    Duration forgiveAfter();

    /** Longest part of a back-off that is added to it, so that hosts do not all come back at once. */
    @WithDefault("0.1")
    double jitter();

    /** Hosts, with their port where it is not the usual one, that are asked without a pause and for several pages at once. */
    Optional<List<String>> unlimitedHosts();

    /** Pages that this process asks each of them for at the same time. */
    @WithDefault("8")
    int unlimitedAtOnce();

    /** After this time a host that a dead replica held is free again. */
    @WithDefault("2m")
    Duration lease();

    /** What of it is about robots.txt. */
    default RobotsSettings robots() {
        return new RobotsSettings(delay(), longestDelay(), robotName(), robotsCache(), robotsRetry(), robotsHosts());
    }
}
