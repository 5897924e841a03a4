package dev.clausewatch.crawler.archive;

import dev.clausewatch.events.RawCapture;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a snapshot, with all that is needed to read it again.
 *
 * @param raw as the event says it
 * @param charset as the server said it
 * @param headers of the answer
 */
public record CapturedSource(RawCapture raw, @Nullable String charset, Map<String, String> headers) {

    public CapturedSource {
        headers = Map.copyOf(headers);
    }
}
