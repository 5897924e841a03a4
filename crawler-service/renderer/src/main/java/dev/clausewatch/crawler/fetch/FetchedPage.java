package dev.clausewatch.crawler.fetch;

import dev.clausewatch.crawler.RawBytes;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page as it came.
 *
 * @param finalUrl the address that answered, after redirects
 * @param status HTTP status
 * @param mediaType to read it as: the bytes decide where they contradict the header; lower case, without parameters
 * @param charset the header's, as it came
 * @param body decompressed
 * @param headers of the answer, names in lower case, values of one name joined by a comma
 * @param validators for the next time
 * @param fetchedAt when the answer was complete
 * @param renderedBy the browser that made the body of what came; absent when it is what came
 */
public record FetchedPage(
        URI finalUrl,
        int status,
        @Nullable String mediaType,
        @Nullable String charset,
        RawBytes body,
        Map<String, String> headers,
        Validators validators,
        Instant fetchedAt,
        @Nullable String renderedBy) {

    public FetchedPage {
        headers = Map.copyOf(headers);
    }
}
