package dev.clausewatch.crawler.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/** Which kinds of page can be read, by the header and, where it is silent, by the first bytes. */
final class MediaTypes {

    static final String HTML = "text/html";
    static final String PLAIN = "text/plain";

    private static final Set<String> READABLE =
            Set.of(HTML, "application/xhtml+xml", PLAIN, "text/markdown", "text/x-markdown");

    private MediaTypes() {}

    static boolean readable(@Nullable String mediaType) {
        return mediaType != null && READABLE.contains(mediaType);
    }

    static @Nullable ContentType parse(@Nullable String header) {
        try {
            return header == null ? null : ContentType.parseLenient(header);
        } catch (IllegalArgumentException e) {
            // A charset that nobody knows: the type is sniffed, the charset left to the page.
            return null;
        }
    }

    /** For a server that does not say: a page begins with a tag, a text does not, and zero bytes are neither. */
    static @Nullable String sniff(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 1024), StandardCharsets.ISO_8859_1).strip();
        if (start.indexOf('\0') >= 0 || start.startsWith("%PDF-")) {
            return null;
        }
        return start.startsWith("<") || start.startsWith("\u00ef\u00bb\u00bf<") ? HTML : PLAIN;
    }
}
