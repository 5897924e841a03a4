package dev.clausewatch.classifier.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of a provision, lower-case, each with its place in the text (in code points) and the number of its sentence. Link
 * targets have no words. An introduction's words stand before those of the item, in the same sentence, and have no place.
 */
public final class Words {

    /** No clause is longer; what stands behind is not read, so that no page can keep the rules busy. */
    static final int MAX_WORDS = 5_000;

    private static final int LONGEST_TARGET = 2_000;
    private static final int LONGEST_LABEL = 12;

    /** The place of a word that is not in the text itself. */
    static final int OUTSIDE = -1;

    private static final Set<String> ABBREVIATIONS =
            Set.of("e.g", "i.e", "inc", "ltd", "corp", "co", "no", "art", "sec", "u.s", "vs", "etc", "mr", "ms", "cf");

    /** A stretch of the text, half open, in code points. */
    public record Span(int start, int end) {}

    /** A word with its place, half open, and the number of its sentence. */
    public record Word(String text, int start, int end, int sentence) {

        boolean inText() {
            return start != OUTSIDE;
        }
    }

    private final List<Word> words = new ArrayList<>();
    private int sentence;

    /** The first closing bracket at or behind the place that was last asked for; looked up once, however many links never end. */
    private int closing = -1;

    private Words() {}

    /** The words of a text alone. */
    static List<Word> of(String text) {
        return of(null, text);
    }

    /** The words of a provision and of what introduces it. */
    public static List<Word> of(ProvisionInput provision) {
        return of(provision.intro(), provision.text());
    }

    /** The words of an item and of what introduces it. */
    public static List<Word> of(@Nullable String intro, String text) {
        Words reader = new Words();
        if (intro != null) {
            reader.read(intro, false);
        }
        reader.read(text, true);
        return List.copyOf(reader.words);
    }

    /** From the first to the last of the words of each sentence, by its number, as far as it stands in the text itself. */
    public static Map<Integer, Span> sentences(List<Word> words) {
        Map<Integer, Span> sentences = new TreeMap<>();
        for (Word word : words) {
            if (word.inText()) {
                sentences.merge(
                        word.sentence(),
                        new Span(word.start(), word.end()),
                        (first, last) -> new Span(first.start(), last.end()));
            }
        }
        return sentences;
    }

    private void read(String text, boolean inText) {
        closing = -1;
        int at = 0;
        int points = 0;
        while (at < text.length() && words.size() < MAX_WORDS) {
            int skipped = linkTarget(text, at);
            if (skipped > at) {
                points += text.codePointCount(at, skipped);
                at = skipped;
                continue;
            }
            int point = text.codePointAt(at);
            if (Character.isLetterOrDigit(point)) {
                int end = wordEnd(text, at);
                int length = text.codePointCount(at, end);
                add(text.substring(at, end), points, points + length, inText);
                points += length;
                at = end;
                continue;
            }
            if (endsSentence(text, at, point)) {
                sentence++;
            }
            at += Character.charCount(point);
            points++;
        }
    }

    private void add(String word, int start, int end, boolean inText) {
        String plain = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        if (plain.endsWith("'s")) {
            plain = plain.substring(0, plain.length() - 2);
        }
        words.add(new Word(plain, inText ? start : OUTSIDE, inText ? end : OUTSIDE, sentence));
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            boolean apostrophe = (point == '\'' || point == '\u2019')
                    && end + 1 < text.length()
                    && Character.isLetter(text.codePointAt(end + 1));
            if (!Character.isLetterOrDigit(point) && !apostrophe) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    /** Behind the target, when a link's target begins here: {@code ](https://…)}. */
    private int linkTarget(String text, int at) {
        if (!text.startsWith("](", at)) {
            return at;
        }
        if (closing < at) {
            int next = text.indexOf(')', at);
            closing = next < 0 ? Integer.MAX_VALUE : next;
        }
        return closing - at < LONGEST_TARGET ? closing + 1 : at;
    }

    private boolean endsSentence(String text, int at, int point) {
        if (point == '\n') {
            return true;
        }
        if (point != '.' && point != '!' && point != '?') {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && "\"\u201d')]".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (next >= text.length()) {
            return false;
        }
        return Character.isWhitespace(text.charAt(next)) && !isAbbreviation(text, at) && !isLabel(text, at);
    }

    private static boolean isAbbreviation(String text, int dot) {
        int start = dot;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && text.charAt(start - 1) != '(') {
            start--;
        }
        return ABBREVIATIONS.contains(text.substring(start, dot).toLowerCase(Locale.ROOT));
    }

    /** A printed label such as {@code 4.2.} at the start is no sentence. */
    private static boolean isLabel(String text, int dot) {
        if (dot > LONGEST_LABEL) {
            return false;
        }
        for (int i = 0; i < dot; i++) {
            if (Character.isLetter(text.charAt(i)) && i > 1) {
                return false;
            }
        }
        return true;
    }
}
