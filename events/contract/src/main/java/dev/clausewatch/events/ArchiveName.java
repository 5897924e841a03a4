package dev.clausewatch.events;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Placeholder address of a document that is known from an archive only: {@code archive:} followed by the archive's name. It is not a URL
 * that anybody can open, so it is never shown as one.
 */
public final class ArchiveName {

    private static final String SCHEME = "archive:";

    private ArchiveName() {}

    /** The placeholder address of an archive. */
    public static String asUrl(String name) {
        return SCHEME + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** The archive's name; null when this is an address. */
    public static @Nullable String in(String url) {
        if (!url.startsWith(SCHEME)) {
            return null;
        }
        String name = url.substring(SCHEME.length());
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not written by this class: a % that is not followed by two hex digits.
            return name;
        }
    }
}
