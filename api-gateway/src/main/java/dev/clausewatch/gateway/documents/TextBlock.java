package dev.clausewatch.gateway.documents;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of the text format: one line.
 *
 * @param kind {@code heading}, {@code item}, {@code labelled} (an item with a label of its own), {@code row}, {@code rule}
 *     or {@code paragraph}
 * @param level of a heading, or how deep an item is nested
 * @param text its words
 */
public record TextBlock(String kind, int level, String text) {

    private static final int INDENT = 4;
    private static final int DEEPEST = 6;
    private static final Pattern PRINTED_LABEL = Pattern.compile("^\\(?\\w{1,4}(?:\\.\\d++)*+[.)] ");
    private static final Pattern DELIMITER_ROW = Pattern.compile("^\\|[-: |]++$");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} .*+");
    private static final Pattern ORDERED = Pattern.compile("^\\d++\\. .*+");

    /** The blocks of a text. */
    public static List<TextBlock> of(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .filter(line -> !isDelimiterRow(line))
                .map(TextBlock::block)
                .toList();
    }

    boolean isItem() {
        return kind.equals("item") || kind.equals("labelled");
    }

    boolean isRow() {
        return kind.equals("row");
    }

    private static boolean isDelimiterRow(String line) {
        return line.length() > 2
                && line.endsWith("|")
                && DELIMITER_ROW.matcher(line).matches();
    }

    private static TextBlock block(String line) {
        String words = line.strip();
        if (HEADING.matcher(words).matches()) {
            int level = words.indexOf(' ');
            return new TextBlock("heading", level, words.substring(level + 1));
        }
        if (words.equals("---")) {
            return new TextBlock("rule", 0, "");
        }
        if (words.startsWith("- ") || ORDERED.matcher(words).matches() || line.startsWith(" ")) {
            int depth = Math.min(DEEPEST, (line.length() - line.stripLeading().length()) / INDENT);
            String item = words.startsWith("- ") ? words.substring(2) : words;
            return new TextBlock(PRINTED_LABEL.matcher(item).lookingAt() ? "labelled" : "item", depth, item);
        }
        return words.startsWith("|") ? new TextBlock("row", 0, words) : new TextBlock("paragraph", 0, unescape(words));
    }

    private static String unescape(String words) {
        return words.startsWith("\\") ? words.substring(1) : words;
    }
}
