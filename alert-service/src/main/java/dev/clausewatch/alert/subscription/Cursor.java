package dev.clausewatch.alert.subscription;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ends: opaque to callers, the position of the last row to us. */
public final class Cursor {

    private Cursor() {}

    /** The cursor behind a row. */
    public static String after(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("p" + position).getBytes(StandardCharsets.US_ASCII));
    }

    /** The position in a cursor; the start where none is given; empty if it is none of ours. */
    public static Optional<Long> position(@Nullable String cursor, long start) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.of(start);
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return text.startsWith("p") ? Optional.of(Long.parseLong(text.substring(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
