package dev.clausewatch.classifier.assess;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts words to a length, between words and never inside of a sum or a period. */
final class ShortText {

    private static final Pattern MARKS = Pattern.compile("[*_`#\\\\|]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern FIGURE = Pattern.compile("[\\p{Nd}$\u20ac\u00a3%]");
    private static final String ENDS = ",;:.!?";

    /** Words that lead to others: none ends a text that was cut. */
    private static final Set<String> LEADING = Set.of(
            "a",
            "an",
            "the",
            "of",
            "to",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "with",
            "and",
            "or",
            "as",
            "that",
            "any",
            "such",
            "our",
            "your",
            "its",
            "their",
            "us",
            "than",
            "least",
            "up",
            "within",
            "under",
            "if",
            "unless",
            "not",
            "no",
            "only",
            "is",
            "are",
            "be",
            "may",
            "will",
            "each",
            "all",
            "other",
            "into",
            "including",
            "more",
            "about",
            "over",
            "per",
            "which",
            "who",
            "every",
            "between",
            "without",
            "against",
            "usd",
            "eur",
            "gbp",
            "after",
            "before",
            "when",
            "where",
            "through",
            "using",
            "via",
            "this",
            "these",
            "those",
            "either",
            "both",
            "some",
            "so",
            "has",
            "have",
            "been",
            "during",
            "his",
            "her",
            "being",
            "does",
            "do",
            "can",
            "must",
            "shall");

    private ShortText() {}

    /** A text in one line, without marks of Markdown. */
    static String line(String text) {
        return SPACES.matcher(MARKS.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /**
     * The text, if it is no longer; otherwise its first words and an ellipsis.
     *
     * @param most characters, the ellipsis included
     */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        List<String> words = Arrays.asList(text.split(" ", -1));
        int kept = 0;
        int length = 0;
        while (kept < words.size() && length + words.get(kept).length() + 1 < most) {
            length += words.get(kept).length() + 1;
            kept++;
        }
        while (kept > 0 && isOpen(words, kept)) {
            kept--;
        }
        return kept == 0 ? hardCut(text, most) : withoutEnd(String.join(" ", words.subList(0, kept))) + "\u2026";
    }

    /** Without words at the end that lead to others. */
    static String withoutLeading(String text) {
        List<String> words = Arrays.asList(text.split(" ", -1));
        int kept = words.size();
        while (kept > 1 && LEADING.contains(ThirdPerson.bare(words.get(kept - 1)))) {
            kept--;
        }
        return String.join(" ", words.subList(0, kept));
    }

    /** Whether a cut in front of a word leaves a sum or a period, or a sentence, in the middle. */
    private static boolean isOpen(List<String> words, int at) {
        String last = key(words.get(at - 1));
        boolean closed = ENDS.indexOf(words.get(at - 1)
                        .charAt(Math.max(0, words.get(at - 1).length() - 1)))
                >= 0;
        return LEADING.contains(last)
                || words.get(at - 1).endsWith("\u2019s")
                || words.get(at - 1).endsWith("s\u2019")
                || (!closed && isFigure(last))
                || (isFigure(key(words.get(at))) && isFigure(last))
                || (at > 1 && !closed && Quantities.isQualifier(last) && isFigure(key(words.get(at - 2))));
    }

    private static boolean isFigure(String key) {
        return FIGURE.matcher(key).find() || NumberWords.value(key).isPresent();
    }

    private static String key(String word) {
        String key = WordKey.of(word);
        return key.isEmpty() ? word.toLowerCase(Locale.ROOT) : key;
    }

    private static String hardCut(String text, int most) {
        int end = Math.max(1, most - 1);
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "\u2026";
    }

    /** Without the marks that end a sentence or a part of one. */
    static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && (ENDS.indexOf(text.charAt(end - 1)) >= 0 || text.charAt(end - 1) == ' ')) {
            end--;
        }
        return text.substring(0, end);
    }

    /** In quotation marks, cut. */
    static String quoted(String words, int most) {
        String inner = withoutEnd(line(words))
                .replace('\u201c', '\'')
                .replace('\u201d', '\'')
                .replace('"', '\'');
        return "\u201c" + cut(inner, most) + "\u201d";
    }

    static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
