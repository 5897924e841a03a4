package dev.clausewatch.classifier.summary;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a summary can be checked against the provisions and stands up to it: every quotation is word for word in one of them, every
 * figure is in what the model was given, there is no address in it, and it is short.
 */
final class Faithfulness {

    private static final int MOST_CHARACTERS = 1_200;

    /** Words between marks that open and close a quotation; an apostrophe within or behind a word is none. */
    private static final Pattern QUOTATION = Pattern.compile(
            "[\u201c\u201e\u201d\"\u00ab\u00bb`]([^\u201c\u201e\u201d\"\u00ab\u00bb`]*)[\u201c\u201d\"\u00ab\u00bb`]"
                    + "|(?<![\\p{L}\\p{N}])['\u2018](.+?)['\u2019](?![\\p{L}\\p{N}])");

    private static final Pattern MARK = Pattern.compile("[\u201c\u201e\u201d\"\u00ab\u00bb`]");
    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+");
    private static final Pattern ADDRESS = Pattern.compile("://|www\\.|\\]\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile("[\\s.,;:\u2026]+$");

    private Faithfulness() {}

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

    private static boolean quotesFaithfully(String summary, List<String> provisions) {
        Matcher quotations = QUOTATION.matcher(summary);
        StringBuilder rest = new StringBuilder();
        int from = 0;
        while (quotations.find()) {
            rest.append(summary, from, quotations.start());
            from = quotations.end();
            String words = quotations.group(1) == null ? quotations.group(2) : quotations.group(1);
            String quoted = CLOSING.matcher(words).replaceFirst("").strip();
            if (quoted.isEmpty() || provisions.stream().noneMatch(text -> text.contains(quoted))) {
                return false;
            }
        }
        // A mark that opens and never closes leaves open what is quoted.
        return !MARK.matcher(rest.append(summary, from, summary.length())).find();
    }
}
