package dev.clausewatch.gateway.feeds;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as RFC 4180 has them. Tables take a cell that begins with certain characters for a formula; such a one gets an apostrophe in front,
 * so that it stays the words that it is.
 */
final class Csv {

    /** ASCII, and the wide forms that some tables read the same way. */
    private static final String OPENS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String END = "\r\n";

    private Csv() {}

    /** A row of values: texts, numbers, times, lists (joined by {@code ;}) and null, which is empty. */
    static String row(@Nullable Object... values) {
        return Arrays.stream(values).map(Csv::cell).collect(Collectors.joining(",", "", END));
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Instant time -> time.toString();
            case List<?> list -> text(list.stream().map(String::valueOf).collect(Collectors.joining(";")));
            default -> text(value.toString());
        };
    }

    private static String text(String text) {
        String harmless = !text.isEmpty() && OPENS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? harmless : "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
