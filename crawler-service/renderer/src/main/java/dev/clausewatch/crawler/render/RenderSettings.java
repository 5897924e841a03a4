package dev.clausewatch.crawler.render;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How pages are rendered.
 *
 * @param browser Chromium's program; null for the one on the PATH
 * @param node Node.js's program, which drives the browser; null for the one on the PATH
 * @param pages rendered at the same time, each by a browser of its own
 * @param deadline time for a whole page, its main document apart
 * @param settle time after the page's HTML is read for its text to come to rest; then it is taken as it is
 * @param rest how long a text has to stay the same, with nothing being loaded, to be at rest
 * @param idle a browser that had nothing to do for so long is ended
 * @param pageBytes that a page may load, its main document apart; a third of it over one connection
 * @param pageRequests files that a page may load
 * @param memory bytes of one of the browser's processes; one that takes more ends the browser
 * @param sandbox whether Chromium locks its pages in
 */
public record RenderSettings(
        @Nullable Path browser,
        @Nullable Path node,
        int pages,
        Duration deadline,
        Duration settle,
        Duration rest,
        Duration idle,
        long pageBytes,
        int pageRequests,
        long memory,
        boolean sandbox) {

    /** What holds where nothing else is set. */
    public static final RenderSettings USUAL = new RenderSettings(
            null,
            null,
            1,
            Duration.ofSeconds(45),
            Duration.ofSeconds(10),
            Duration.ofMillis(500),
            Duration.ofMinutes(2),
            30L * 1024 * 1024,
            300,
            1024L * 1024 * 1024,
            true);
}
