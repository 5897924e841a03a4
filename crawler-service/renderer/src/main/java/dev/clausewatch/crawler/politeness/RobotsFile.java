package dev.clausewatch.crawler.politeness;

import dev.clausewatch.crawler.RawBytes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A site's robots.txt.
 *
 * @param content its beginning; absent where there is none, which allows all
 * @param believedUntil when it is asked for again
 */
public record RobotsFile(@Nullable RawBytes content, Instant believedUntil) {}
