package dev.clausewatch.runtime.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses query parameters. A missing or blank one counts as not set; an invalid one throws a problem that names it.
 */
public final class Parameters {

    private static final int DEFAULT_LIMIT = 20;
    private static final int HIGHEST_LIMIT = 100;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Parameters() {}

    /** The text, without blanks around it; null when nothing is left. */
    public static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** A required text; the description, such as "the id of a document", is used in the problem when it is missing. */
    public static String needed(String name, @Nullable String value, String what) {
        String text = text(value);
        if (text == null) {
            throw Problem.parameter(name, "", "it is needed: " + what, List.of());
        }
        return text;
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
            default -> throw Problem.parameter(name, text, "it is not known", List.of("true", "false"));
        };
    }

    /** A point in time, as RFC 3339 or as a date, whose first moment in UTC is meant. */
    public static @Nullable Instant time(String name, @Nullable String value) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        try {
            Instant time = text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            throw Problem.parameter(
                    name,
                    text,
                    "it is neither a date (2026-01-31) nor a time (2026-01-31T12:00:00Z)"
                            + (text.indexOf(' ') > 0 ? "; a + becomes a blank in an address, so send it as %2B" : ""),
                    List.of());
        }
        throw Problem.parameter(name, text, "it is not between the years 1 and 9999", List.of());
    }

    /** An enumeration constant, case-insensitive; {@code UNKNOWN} is not accepted. */
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
                .orElseThrow(() -> Problem.parameter(
                        name,
                        text,
                        "it is not known",
                        allowed.stream()
                                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    /** A whole number that is not negative. */
    public static @Nullable Long number(String name, @Nullable String value) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a negative number is.
        }
        throw Problem.parameter(name, text, "it is not a whole number", List.of());
    }

    /** How many items of a list: 1 to 100, 20 when not given. */
    public static int limit(@Nullable String value) {
        return limit(value, DEFAULT_LIMIT);
    }

    /** How many items of a list: 1 to 100. */
    public static int limit(@Nullable String value, int absent) {
        String text = text(value);
        if (text == null) {
            return absent;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= HIGHEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw Problem.parameter("limit", text, "it is not a whole number from 1 to " + HIGHEST_LIMIT, List.of());
    }
}
