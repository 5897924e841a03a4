package dev.clausewatch.cli;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The answer of a command in figures: the last line of its text, and with the rows of its tables the object of {@code --json}. Both
 * have the figures in the order in which they were added.
 */
public final class Summary {

    private final StringBuilder line;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * A summary without figures.
     *
     * @param name what the line begins with
     */
    public Summary(String name) {
        this.line = new StringBuilder(name).append(':');
    }

    /**
     * Adds a figure.
     *
     * @param key as in the line, such as {@code word-f1}; it is {@code wordF1} in JSON
     * @param format how the line shows the value; JSON has it unrounded
     */
    public Summary figure(String key, String format, Object value) {
        line.append(' ').append(key).append('=').append(String.format(Locale.ROOT, format, value));
        values.put(camelCase(key), value);
        return this;
    }

    /** Adds rows, which only JSON has: people read them in a table above the line. */
    public Summary rows(String key, List<?> rows) {
        values.put(key, rows);
        return this;
    }

    /** {@code name: key=value …}. */
    public String line() {
        return line.toString();
    }

    @JsonValue
    Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    private static String camelCase(String key) {
        StringBuilder camel = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            boolean begins = i > 0 && key.charAt(i - 1) == '-';
            if (key.charAt(i) != '-') {
                camel.append(begins ? Character.toUpperCase(key.charAt(i)) : key.charAt(i));
            }
        }
        return camel.toString();
    }
}
