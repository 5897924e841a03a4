package dev.clausewatch.crawler.render;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How pages are rendered. */
@ConfigMapping(prefix = "clausewatch.render")
public interface RenderConfig {

    /** Chromium's program; without it, {@code chromium}, {@code chromium-browser} or {@code google-chrome} on the PATH. */
    Optional<Path> browser();

    /** Node.js's program, which drives the browser; without it, {@code node} on the PATH. */
    Optional<Path> node();

    /** Pages rendered at the same time, each by a browser of its own; others wait. */
    @WithDefault("1")
    int pages();

    /** Time for a whole page, its main document apart, however busy its scripts are. */
    @WithDefault("45s")
    Duration deadline();

    /** Time after the page's HTML is read for its text to come to rest; then it is taken as it is. */
    @WithDefault("10s")
    Duration settle();

    /** How long a text has to stay the same, with nothing being loaded, to be at rest. */
    @WithDefault("500ms")
    Duration rest();

    /** A browser that had nothing to do for so long is ended. */
    @WithDefault("2m")
    Duration idle();

    /** Bytes that a page may load, its main document apart; a third of it over one connection. */
    @WithDefault("30M")
    MemorySize pageBytes();

    /** Files that a page may load. */
    @WithDefault("300")
    int pageRequests();

    /** Memory of one of the browser's processes; one that takes more ends the browser. */
    @WithDefault("1G")
    MemorySize memory();

    /** Whether Chromium locks its pages in; never as root, where it cannot, and not in containers without user namespaces. */
    @WithDefault("true")
    boolean sandbox();

    /** The same as a value. */
    default RenderSettings settings() {
        return new RenderSettings(
                browser().orElse(null),
                node().orElse(null),
                pages(),
                deadline(),
                settle(),
                rest(),
                idle(),
                pageBytes().asLongValue(),
                pageRequests(),
                memory().asLongValue(),
                sandbox());
    }
}
