package dev.clausewatch.crawler.fetch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;
import org.jspecify.annotations.Nullable;

/** The headers of an answer, as they are kept as evidence: bounded, and without cookies, which are nobody's business. */
final class ResponseHeaders {

    private static final int MOST = 100;
    private static final int LONGEST = 4096;

    private final HttpMessage message;

    ResponseHeaders(HttpMessage message) {
        this.message = message;
    }

    @Nullable
    String first(String name) {
        Header header = message.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    Map<String, String> all() {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Header header : message.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            String value = String.valueOf(header.getValue()).replace("\0", "");
            boolean cookie = name.startsWith("set-cookie");
            if (!cookie && value.length() <= LONGEST && (kept.size() < MOST || kept.containsKey(name))) {
                kept.merge(name, value, (one, other) -> one + ", " + other);
            }
        }
        return kept;
    }
}
