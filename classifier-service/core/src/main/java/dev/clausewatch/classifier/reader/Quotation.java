package dev.clausewatch.classifier.reader;

import java.util.Optional;

/**
 * Finds a quotation in a provision, word for word. How many blanks are between words, which form quotation marks have, and marks of the text
 * format (emphasis, link targets) make no difference; a quotation begins and ends with whole words.
 */
final class Quotation {

    private static final String MARKS = "*`[]\\";
    private static final String SINGLE = "\u2018\u2019\u201a\u2032";
    private static final String DOUBLE = "\u201c\u201d\u201e\u2033";
    private static final String CLOSING = ".,;:\u2026 ";
    private static final int LONGEST_TARGET = 2_000;

    private final StringBuilder words = new StringBuilder();

    /** For each character of the words the code point of the text at which it stands. */
    private final int[] places;

    /** The first closing bracket at or behind the place that was last asked for. */
    private int closing = -1;

    private Quotation(String text) {
        places = new int[text.length() + 1];
        int points = 0;
        for (int at = 0; at < text.length(); ) {
            int behind = targetEnd(text, at);
            if (behind > at) {
                points += text.codePointCount(at, behind);
                at = behind;
                continue;
            }
            int point = text.codePointAt(at);
            add(point, points);
            at += Character.charCount(point);
            points++;
        }
    }

    /** Where a quotation stands, in code points, half open. */
    record Place(int start, int end) {}

    /** The first place of a quotation; empty where it does not stand in the text, and for one without a letter or digit. */
    static Optional<Place> find(String quotation, String text) {
        String wanted = stripped(new Quotation(quotation).words.toString());
        if (wanted.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        Quotation in = new Quotation(text);
        for (int at = in.words.indexOf(wanted); at >= 0; at = in.words.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if (in.isEdge(at) && in.isEdge(end)) {
                return Optional.of(new Place(in.places[at], in.places[end - 1] + 1));
            }
        }
        return Optional.empty();
    }

    /** Without what a sentence ends with, which a model adds or takes away. */
    private static String stripped(String quotation) {
        int end = quotation.length();
        while (end > 0 && CLOSING.indexOf(quotation.charAt(end - 1)) >= 0) {
            end--;
        }
        return quotation.substring(0, end).strip();
    }

    private void add(int point, int place) {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                append(' ', place);
            }
        } else if (MARKS.indexOf(point) < 0) {
            append(SINGLE.indexOf(point) >= 0 ? '\'' : DOUBLE.indexOf(point) >= 0 ? '"' : point, place);
        }
    }

    private void append(int point, int place) {
        int from = words.length();
        words.appendCodePoint(point);
        for (int i = from; i < words.length(); i++) {
            places[i] = place;
        }
    }

    /** Whether no word goes on across this place. */
    private boolean isEdge(int at) {
        return at == 0
                || at == words.length()
                || !Character.isLetterOrDigit(words.codePointBefore(at))
                || !Character.isLetterOrDigit(words.codePointAt(at));
    }

    /** Behind the target, when a link's target begins here: {@code ](https://…)}. */
    private int targetEnd(String text, int at) {
        if (!text.startsWith("](", at)) {
            return at;
        }
        if (closing < at) {
            int next = text.indexOf(')', at);
            closing = next < 0 ? Integer.MAX_VALUE : next;
        }
        return closing - at < LONGEST_TARGET ? closing + 1 : at;
    }
}
