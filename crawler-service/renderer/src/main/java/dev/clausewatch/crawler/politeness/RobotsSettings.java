package dev.clausewatch.crawler.politeness;

import java.time.Duration;

/**
 * How the robots.txt of sites is followed.
 *
 * @param delay pause between two requests to one host
 * @param longestDelay longest {@code crawl-delay} that is followed
 * @param robotName name by which robots.txt addresses us
 * @param believed how long a file is believed
 * @param retry how long a file that could not be read is taken as a no
 * @param hosts whose file is remembered
 */
public record RobotsSettings(
        Duration delay, Duration longestDelay, String robotName, Duration believed, Duration retry, int hosts) {

    /** What holds where nothing else is set. */
    public static final RobotsSettings USUAL = new RobotsSettings(
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            "clausewatch",
            Duration.ofHours(24),
            Duration.ofMinutes(5),
            2_000);
}
