package dev.clausewatch.crawler.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When documents are captured. */
@ConfigMapping(prefix = "clausewatch.schedule")
public interface ScheduleConfig {

    /** Captures at the same time in this process. */
    @WithDefault("8")
    int concurrency();

    /** How often a replica looks for due documents that nobody told it of. */
    @WithDefault("1s")
    Duration poll();

    /** After this time a document that a dead replica claimed is free again. */
    @WithDefault("2m")
    Duration lease();

    /** How long captures in flight may go on when the service stops. */
    @WithDefault("10s")
    Duration drain();

    /** Wait after the first failure; doubles with each one. Never longer than the document's cadence at first. */
    @WithDefault("5m")
    Duration firstRetry();

    /** Longest wait after a failure. */
    @WithDefault("12h")
    Duration longestRetry();

    /** Failures in a row after which a source counts as degraded. */
    @WithDefault("3")
    int degradedAfter();

    /** Part of the cadence by which an attempt comes sooner or later, so that documents spread out. */
    @WithDefault("0.1")
    double jitter();
}
