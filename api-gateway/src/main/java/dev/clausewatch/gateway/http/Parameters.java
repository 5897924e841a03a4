package dev.clausewatch.gateway.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; one that is absent or blank is not set, one that cannot be read is a problem that names it. */
public final class Parameters {

    private static final int DEFAULT_LIMIT = 20;
    private static final int HIGHEST_LIMIT = 100;

    private Parameters() {}

    /** How many items of a list: 1 to 100, 20 when not given. */
    public static int limit(@Nullable String value) {
        String text = text(value);
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= HIGHEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw Problems.parameter("limit", text, "it is not a whole number from 1 to " + HIGHEST_LIMIT, List.of());
    }

    /** A point in time, as RFC 3339 or as a date, whose first moment in UTC is meant. */
    public static @Nullable Instant time(String name, @Nullable String value) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        try {
            return text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problems.parameter(
                    name,
                    text,
                    "it is neither a date (2026-01-31) nor a time (2026-01-31T12:00:00Z)"
                            + (text.indexOf(' ') > 0 ? "; a + becomes a blank in an address, so send it as %2B" : ""),
                    List.of());
        }
    }

    /** One of an enumeration, in any case; {@code UNKNOWN} is no choice. */
    public static <E extends Enum<E>> @Nullable E choice(String name, @Nullable String value, Class<E> choices) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        List<E> allowed = Arrays.stream(choices.getEnumConstants())
                .filter(choice -> !choice.name().equals("UNKNOWN"))
                .toList();
        return allowed.stream()
                .filter(choice -> choice.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Problems.parameter(
                        name,
                        text,
                        "it is not known",
                        allowed.stream()
                                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    /** True or false. */
    public static @Nullable Boolean flag(String name, @Nullable String value) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw Problems.parameter(name, text, "it is not known", List.of("true", "false"));
        };
    }

    /** The text, without blanks around it; null when nothing is left. */
    public static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
