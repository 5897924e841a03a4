package dev.clausewatch.classifier.summary;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks a language model's summary against the provisions: every quotation is word for word in one of them, every figure is in what the
 * model was given, there is no address in it, and it is short.
 */
final class SummaryCheck {

    private static final int MOST_CHARACTERS = 1_200;

    private static final String MARKS = "\u201c\u201e\u201d\"\u00ab\u00bb`";

    /** Opens a quotation and never closes one. */
    private static final char LOW_MARK = '\u201e';

    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+");
    private static final Pattern ADDRESS = Pattern.compile("://|www\\.|\\]\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile("(?<![\\s.,;:\u2026])[\\s.,;:\u2026]++$");

    private SummaryCheck() {}

    /**
     * Checks a summary.
     *
     * @param summary what the model wrote
     * @param provisions the texts that may be quoted
     * @param given everything else that the model was given
     */
    static boolean holds(String summary, List<String> provisions, String given) {
        return !summary.isBlank()
                && summary.length() <= MOST_CHARACTERS
                && !ADDRESS.matcher(summary).find()
                && quotesFaithfully(summary, provisions)
                && FIGURE.matcher(summary)
                        .results()
                        .allMatch(figure -> given.contains(figure.group())
                                || provisions.stream().anyMatch(text -> text.contains(figure.group())));
    }

    /** Every mark opens or closes a quotation; one that stays open leaves open what is quoted. */
    private static boolean quotesFaithfully(String summary, List<String> provisions) {
        for (int at = 0; at < summary.length(); at++) {
            int close = at;
            if (MARKS.indexOf(summary.charAt(at)) >= 0) {
                close = nextMark(summary, at + 1);
                if (close < 0 || summary.charAt(close) == LOW_MARK) {
                    return false;
                }
            } else if (opensSingleQuotation(summary, at)) {
                close = Math.max(at, singleClose(summary, at));
            }
            if (close > at && !isQuoted(summary.substring(at + 1, close), provisions)) {
                return false;
            }
            at = close;
        }
        return true;
    }

    private static boolean isQuoted(String words, List<String> provisions) {
        String quoted = CLOSING.matcher(words).replaceFirst("").strip();
        return !quoted.isEmpty() && provisions.stream().anyMatch(text -> text.contains(quoted));
    }

    private static int nextMark(String summary, int from) {
        for (int i = from; i < summary.length(); i++) {
            if (MARKS.indexOf(summary.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** An apostrophe within or behind a word opens nothing. */
    private static boolean opensSingleQuotation(String summary, int at) {
        char c = summary.charAt(at);
        return (c == '\'' || c == '\u2018') && (at == 0 || !Character.isLetterOrDigit(summary.charAt(at - 1)));
    }

    /** Where the quotation that opens here closes, on the same line; -1 when it does not. */
    private static int singleClose(String summary, int open) {
        for (int i = open + 2; i < summary.length() && summary.charAt(i - 1) != '\n'; i++) {
            char c = summary.charAt(i);
            boolean within = i + 1 < summary.length() && Character.isLetterOrDigit(summary.charAt(i + 1));
            if ((c == '\'' || c == '\u2019') && !within) {
                return i;
            }
        }
        return -1;
    }
}
