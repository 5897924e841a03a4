package dev.clausewatch.diff.segment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Style sheets that were captured as text. Only what cannot be read as prose counts: known properties, values and elements. */
final class StyleSheet {

    private static final int DEEPEST = 4;
    private static final int LONGEST_COMMENT = 40;

    private static final Pattern PROPERTY = Pattern.compile(
            "\\A-?(?:(?:webkit|moz|ms|o|mso)-[a-z-]{1,40}|(?:margin|padding|border|background|font|text|list|outline|overflow|flex|grid"
                    + "|min|max|line|letter|word|white|box|align|justify|animation|transition|column|page|vertical)(?:-[a-z-]{1,30})?"
                    + "|color|width|height|display|position|top|left|right|bottom|float|clear|opacity|cursor|content|transform"
                    + "|visibility|z-index|src|size|fill|stroke|gap|orphans|widows|tab-stops|zoom|direction|filter)");
    private static final Pattern SELECTOR = Pattern.compile(
            "(?:\\*|(?:html|body|header|footer|nav|main|section|article|aside|div|span|p|a|b|i|u|s|ul|ol|li|dl|dt|dd|table|thead"
                    + "|tbody|tfoot|tr|td|th|h[1-6]|img|strong|em|small|sup|sub|pre|code|hr|br|label|input|button|form|select"
                    + "|textarea|svg|path|figure|iframe|video|blockquote|from|to|\\d{1,3}%)(?![\\w-])|[.#:\\[&@])[\\w.#:=\"'()\\[\\]*^$~-]{0,60}");
    private static final Pattern QUERY = Pattern.compile(
            "@(?:media|page|font-face|supports|keyframes|charset|import|layer)(?:[ (),:]++(?:screen|print|all|and|only|not|"
                    + "(?:min|max)-(?:width|height)|orientation|landscape|portrait|prefers-color-scheme|dark|light|\\d{1,5}(?:\\.\\d{1,4})?(?:px|em|rem)?|))*+[ )]*+");
    private static final Pattern MEASURE = Pattern.compile(
            "[+-]?(?:\\d{1,6}(?:\\.\\d{1,6})?|\\.\\d{1,6})(?:px|em|rem|pt|pc|cm|mm|in|vh|vw|s|ms|deg|fr|ch|ex|%)?|#[0-9a-f]{3,8}"
                    + "|var\\(--[\\w-]{1,40}\\)|url\\([^\\s()]{0,200}\\)");
    // Stars may have been taken for marks.
    private static final Pattern COMMENT = Pattern.compile("/\\*{0,2} ?[^\\s*/]{0,30} ?\\*{0,2}/");
    private static final Pattern VALUE_BREAKS = Pattern.compile("[\\s,/!\"'()]+");
    private static final Pattern SELECTOR_BREAKS = Pattern.compile("[\\s,>+~]+");

    private static final Set<String> VALUES = Set.copyOf(Arrays.asList(
            ("auto none normal bold bolder lighter italic oblique left right center middle top bottom justify start end solid dashed"
                            + " dotted double underline overline inherit initial unset transparent block inline inline-block flex"
                            + " inline-flex grid table table-cell list-item hidden visible scroll absolute relative fixed static sticky"
                            + " both baseline sub super nowrap pre pre-wrap wrap break-word break-all uppercase lowercase capitalize"
                            + " pointer default disc circle square decimal outside inside collapse separate border-box content-box"
                            + " cover contain repeat no-repeat ease linear important small medium large larger smaller x-small x-large"
                            + " thin thick white black red green blue gray grey silver yellow orange purple navy teal maroon"
                            + " currentcolor windowtext rgb rgba hsl hsla calc row column space-between space-around"
                            + " helvetica neue arial times new roman georgia courier verdana tahoma calibri cambria candara roboto open"
                            + " sans sans-serif serif monospace lato montserrat inter segoe ui system-ui -apple-system"
                            + " blinkmacsystemfont -webkit-standard ubuntu cantarell noto pro text display symbol emoji menlo monaco"
                            + " consolas trebuchet ms garamond palatino linotype lucida grande unicode light regular")
                    .split(" ", -1)));

    private StyleSheet() {}

    /** Where the rules that a text begins with end; 0 where it begins with none. */
    static int end(String text) {
        return text.indexOf('{') < 0 ? 0 : rules(text, 0, DEEPEST);
    }

    private static int rules(String text, int start, int depth) {
        int end = start;
        int at = afterComments(text, start);
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : bodyEnd(text, at, open, depth);
            if (close < 0) {
                return end;
            }
            end = close;
            at = afterComments(text, close);
        }
        return at;
    }

    /** Behind the closing brace of a rule; -1 where it is none. */
    private static int bodyEnd(String text, int at, int open, int depth) {
        String selector = text.substring(at, open).strip();
        if (selector.startsWith("@") && depth > 0) {
            if (selector.length() > 200 || !QUERY.matcher(selector).matches()) {
                return -1;
            }
            int inner = rules(text, open + 1, depth - 1);
            int next = afterComments(text, inner);
            if (next < text.length() && text.charAt(next) == '}') {
                return next + 1;
            }
        } else if (!isSelector(selector)) {
            return -1;
        }
        int close = text.indexOf('}', open);
        return close > 0 && areDeclarations(text.substring(open + 1, close)) ? close + 1 : -1;
    }

    private static boolean isSelector(String selector) {
        return !selector.isEmpty()
                && SELECTOR_BREAKS
                        .splitAsStream(selector)
                        .allMatch(
                                part -> part.isEmpty() || SELECTOR.matcher(part).matches());
    }

    private static boolean areDeclarations(String body) {
        for (String declaration : body.split(";", -1)) {
            int colon = declaration.indexOf(':');
            boolean known = colon > 0
                    && PROPERTY.matcher(declaration.substring(0, colon).strip()).matches()
                    && isValue(declaration.substring(colon + 1));
            if (!declaration.isBlank() && !known) {
                return false;
            }
        }
        return true;
    }

    private static boolean isValue(String value) {
        return VALUE_BREAKS
                .splitAsStream(value.toLowerCase(Locale.ROOT))
                .allMatch(word -> word.isEmpty()
                        || VALUES.contains(word)
                        || MEASURE.matcher(word).matches());
    }

    /** Behind the space and the comments at a place; a comment of more than a word is prose. */
    private static int afterComments(String text, int start) {
        int at = start;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            int end = text.charAt(at) == '/' ? text.indexOf('/', at + 1) : -1;
            if (end < 0
                    || end - at > LONGEST_COMMENT
                    || !COMMENT.matcher(text.substring(at, end + 1)).matches()) {
                return at;
            }
            at = end + 1;
        }
        return at;
    }
}
