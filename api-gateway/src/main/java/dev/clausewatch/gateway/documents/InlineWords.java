package dev.clausewatch.gateway.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the words of a block apart: plain ones, and those of links. Linear in its length, whatever stands there. */
final class InlineWords {

    private static final int LONGEST_ADDRESS = 2048;
    private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:", "tel:");
    private static final String MARKS = "\\[]()`~#";

    private final String text;
    private final List<Run> runs = new ArrayList<>();
    private int written;

    private InlineWords(String text) {
        this.text = text;
    }

    /**
     * Words that belong together.
     *
     * @param words without backslashes before marks
     * @param address where they lead; null when they are no link
     */
    record Run(String words, @Nullable String address) {}

    static List<Run> of(String text) {
        return new InlineWords(text).read();
    }

    private List<Run> read() {
        int open = -1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                open = at;
            } else if (c == ']' && open >= written) {
                int end = addressEnd(at + 1);
                if (end > 0) {
                    add(written, open, null);
                    add(open + 1, at, text.substring(at + 2, end));
                    written = end + 1;
                    at = end;
                }
                open = -1;
            }
        }
        add(written, text.length(), null);
        return runs;
    }

    /** The position of the bracket that closes a link's address; -1 when none opens here. */
    private int addressEnd(int open) {
        if (!text.startsWith("(", open) || SCHEMES.stream().noneMatch(scheme -> text.startsWith(scheme, open + 1))) {
            return -1;
        }
        int depth = 0;
        int last = Math.min(text.length(), open + LONGEST_ADDRESS);
        for (int at = open; at < last; at++) {
            char c = text.charAt(at);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at;
            } else if (c == '[' || Character.isWhitespace(c)) {
                return -1;
            }
        }
        return -1;
    }

    private void add(int from, int to, @Nullable String address) {
        if (from < to) {
            runs.add(new Run(withoutBackslashes(text.substring(from, to)), address));
        }
    }

    private static String withoutBackslashes(String words) {
        if (words.indexOf('\\') < 0) {
            return words;
        }
        StringBuilder plain = new StringBuilder(words.length());
        for (int at = 0; at < words.length(); at++) {
            boolean escapes =
                    words.charAt(at) == '\\' && at + 1 < words.length() && MARKS.indexOf(words.charAt(at + 1)) >= 0;
            plain.append(words.charAt(escapes ? ++at : at));
        }
        return plain.toString();
    }
}
