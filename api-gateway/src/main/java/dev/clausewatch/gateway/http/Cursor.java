package dev.clausewatch.gateway.http;

import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on: the sort keys of the last item, opaque to clients. New items before it never make a reader see an item
 * twice or miss one.
 *
 * @param list which list it belongs to
 * @param keys the sort keys
 */
public record Cursor(String list, List<String> keys) {

    private static final String SEPARATOR = "\n";

    public Cursor {
        keys = List.copyOf(keys);
    }

    /** As clients get it. */
    public String write() {
        String plain = list + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor of a list with so many sort keys; null when none is given. */
    public static @Nullable Cursor read(String list, int keys, @Nullable String value) {
        String text = Parameters.text(value);
        if (text == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = Arrays.asList(plain.split(SEPARATOR, -1));
            if (parts.get(0).equals(list) && parts.size() == keys + 1 && !plain.contains("\0")) {
                return new Cursor(list, parts.subList(1, parts.size()));
            }
        } catch (IllegalArgumentException e) {
            throw unreadable(text);
        }
        throw unreadable(text);
    }

    /** A sort key. */
    public String key(int index) {
        return keys.get(index);
    }

    /** A sort key that is a time. */
    public Instant time(int index) {
        try {
            return Instant.parse(keys.get(index));
        } catch (DateTimeException e) {
            throw unreadable(write());
        }
    }

    /** A sort key that is a number. */
    public long number(int index) {
        try {
            return Long.parseLong(keys.get(index));
        } catch (NumberFormatException e) {
            throw unreadable(write());
        }
    }

    private static RuntimeException unreadable(String value) {
        return Problem.parameter(
                "cursor", value, "it is not a cursor of this list; take it from \"next\" as it stands", List.of());
    }
}
