package dev.clausewatch.cli;

import java.util.Locale;

/**
 * Texts of strangers on a terminal: what it would obey, or what would turn the reading order around, is written out; what moves on to another
 * place is a space.
 */
public final class Printable {

    private Printable() {}

    /** A text on one line, cut behind so many characters. */
    public static String line(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest) + " …";
        return written(cut, false);
    }

    /** A text with its lines. */
    public static String lines(String text) {
        return written(text, true);
    }

    private static String written(String text, boolean lines) {
        StringBuilder written = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if ((c == '\n' && lines) || !isObeyed(c)) {
                written.appendCodePoint(c);
            } else if (Character.isWhitespace(c)) {
                written.append(' ');
            } else {
                written.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return written.toString();
    }

    private static boolean isObeyed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
