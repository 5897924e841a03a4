package dev.clausewatch.events;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What stands for the address of a document that only an archive holds whose own address is not known: {@code archive:} and the archive's
 * name. It leads nowhere, so nobody is shown it as an address.
 */
public final class ArchiveName {

    private static final String SCHEME = "archive:";

    private ArchiveName() {}

    /** What stands for the address. */
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
            // Not of our making: a % that encodes nothing.
            return name;
        }
    }
}
