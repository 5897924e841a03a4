package dev.clausewatch.diff.segment;

import java.util.regex.Pattern;

/** What a page prints around its terms and changes by itself: the year of a copyright line, counters of a consent window, style sheets. */
final class PageFurniture {

    private static final int LONGEST_COPYRIGHT_LINE = 160;
    private static final Pattern COPYRIGHT =
            Pattern.compile("©|(?<![\\p{L}\\p{N}])copyright (?:©|\\(c\\)|(?:19|20)\\d\\d)", Pattern.CASE_INSENSITIVE);
    /** Words of a sentence that says more than whose the page is. */
    private static final Pattern SENTENCE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:must|shall|may|will|can|until|before|after|agree|you|we)(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern YEARS =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:19|20)\\d\\d(?:\\s?[-–—,/]\\s?(?:19|20)\\d\\d)?+(?![\\p{L}\\p{N}])");
    private static final String NUMBER = "(?:\\d{1,3}[,.]\\d{3}|\\d{2,6})";
    private static final Pattern COUNTER = Pattern.compile(
            "(?<=(?:our|all) )" + NUMBER
                    + "(?= (?:tcf |iab |advertising |trusted )?(?:partners|vendors)(?![\\p{L}\\p{N}]))"
                    + "|(?<=(?:vendors|partners) seeking (?:your )?consent: ?)" + NUMBER
                    + "|(?<=(?:vendors|partners) \\()" + NUMBER + "(?=\\))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTER_LINE =
            Pattern.compile("\\A(?:number of|total) (?:vendors|partners)(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIGURE = Pattern.compile("(?<![\\p{L}\\p{N}])" + NUMBER + "(?![\\p{L}\\p{N}])");
    private static final Pattern SELECTOR = Pattern.compile(
            "\\A(?:[@*.#:]|(?:p|span|div|ul|ol|li|table|tr|td|th|a|b|i|u|h[1-6]|body|html|img|strong|em)(?![\\p{L}\\p{N}]))[^;?!]{0,80}");
    private static final Pattern DECLARATION = Pattern.compile("\\A\\s*+[a-z-]++\\s*+:.++");

    private PageFurniture() {}

    /** The text without it; empty for a style sheet. */
    static String takenOff(String text) {
        if (isStyleSheet(text)) {
            return "";
        }
        // Nearly every text has neither: looking is quicker than matching.
        if (!hasDigit(text)) {
            return text;
        }
        String uncounted = has(text, "partners") || has(text, "vendors") ? uncounted(text) : text;
        return isCopyrightLine(text) ? YEARS.matcher(uncounted).replaceAll("⟨year⟩") : uncounted;
    }

    private static String uncounted(String text) {
        Pattern counter = COUNTER_LINE.matcher(text).lookingAt() ? FIGURE : COUNTER;
        return counter.matcher(text).replaceAll("⟨count⟩");
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Whether a text has a word of small letters, in whatever letters. */
    private static boolean has(String text, String word) {
        for (int i = 0; i <= text.length() - word.length(); i++) {
            if (text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCopyrightLine(String text) {
        return text.length() <= LONGEST_COPYRIGHT_LINE
                && COPYRIGHT.matcher(text).find()
                && !SENTENCE.matcher(text).find();
    }

    /** Rules and nothing else, such as {@code p.p1 {margin: 0.0px}}: each has a selector and declarations. */
    private static boolean isStyleSheet(String text) {
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0
                    || !SELECTOR.matcher(text.substring(at, open)).matches()
                    || !areDeclarations(text.substring(open + 1, close))) {
                return false;
            }
            at = close + 1;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return at > 0;
    }

    private static boolean areDeclarations(String body) {
        int from = 0;
        while (from < body.length()) {
            int end = body.indexOf(';', from);
            String declaration = body.substring(from, end < 0 ? body.length() : end);
            if (!declaration.isBlank() && !DECLARATION.matcher(declaration).matches()) {
                return false;
            }
            from = end < 0 ? body.length() : end + 1;
        }
        return !body.isBlank();
    }
}
