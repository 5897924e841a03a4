package dev.clausewatch.crawler.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * CSS selectors as browsers understand them (Selectors Level 4), for jsoup. Its own dialect compares attributes without regard to case, reads
 * {@code ~=} as a regular expression, does not know {@code :where} and {@code :link}, and finds nothing where CSS allows space or an escape
 * in an attribute selector.
 */
public final class CssSelector {

    private static final Pattern COMMENT = Pattern.compile("\\A/\\*.*?\\*/", Pattern.DOTALL);
    private static final String QUOTED = "(?:\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+')";
    private static final Pattern STRING = Pattern.compile("\\A" + QUOTED, Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "\\A\\[\\s*+([^\\s=~|^$*!\"'\\[\\]]++)\\s*+(?:([~|^$*]?+=)\\s*+(" + QUOTED
                    + "|(?:[^\\s\"'\\[\\]\\\\]|\\\\.)++)\\s*+([iIsS])?+\\s*+)?+]",
            Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final Pattern WHERE = Pattern.compile(":where\\(");
    private static final Pattern LINK = Pattern.compile(":(?:any-)?link(?![\\w(-])");
    private static final Pattern NTH = Pattern.compile("(:nth-[a-z-]++)\\(([-+\\dnN\\s]++)\\)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})\\s?|(.))", Pattern.DOTALL);

    /** Attributes whose values HTML compares without regard to case (HTML Standard, "Case-sensitivity of selectors"), those in use. */
    private static final Set<String> ANY_CASE = Set.of(
            "align",
            "charset",
            "checked",
            "dir",
            "disabled",
            "hreflang",
            "http-equiv",
            "lang",
            "language",
            "media",
            "method",
            "rel",
            "rev",
            "scope",
            "shape",
            "target",
            "type",
            "valign");

    private static final String HAS = ":has(";

    /** Matches no value. */
    private static final String NEVER = "\\z.";

    private CssSelector() {}

    /**
     * What a selector matches.
     *
     * @throws IllegalArgumentException when it is no selector, or one that cannot be followed
     */
    public static Evaluator parse(String css) {
        try {
            return followed(QueryParser.parse(inDialect(css)));
        } catch (SelectorParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Whether it is decided by what an element holds, which is a search of its own for each element. */
    static boolean looksInside(Evaluator selector) {
        return selector.toString().contains(HAS);
    }

    /** By what the parser made of it, whatever way it was written in. */
    private static Evaluator followed(Evaluator selector) {
        String parsed = selector.toString();
        if (parsed.contains(":matches")) {
            throw new IllegalArgumentException(
                    ":matches… tries a regular expression on every text of a page, which may never end; use :contains(…), or a"
                            + " class, an id or an attribute");
        }
        for (int has = parsed.indexOf(HAS); has >= 0; has = parsed.indexOf(HAS, has + 1)) {
            if (inBrackets(parsed, has + HAS.length()).contains(HAS)) {
                throw new IllegalArgumentException(":has inside of :has is no CSS; write one :has with the whole path");
            }
        }
        return selector;
    }

    private static String inBrackets(String text, int from) {
        int open = 1;
        int at = from;
        while (at < text.length() && open > 0) {
            open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            at++;
        }
        return text.substring(from, at);
    }

    static String inDialect(String css) {
        StringBuilder out = new StringBuilder(css.length() + 16);
        int i = 0;
        while (i < css.length()) {
            i = switch (css.charAt(i)) {
                case '\\' -> copy(css, i, Math.min(i + 2, css.length()), out);
                case '/' -> replace(COMMENT, css, i, out, "");
                case '"', '\'' -> replace(STRING, css, i, out, null);
                case '[' -> attribute(css, i, out);
                case ':' -> pseudoClass(css, i, out);
                default -> copy(css, i, i + 1, out);
            };
        }
        return out.toString();
    }

    private static int attribute(String css, int at, StringBuilder out) {
        Matcher found = ATTRIBUTE.matcher(css).region(at, css.length());
        if (!found.lookingAt()) {
            int end = css.indexOf(']', at);
            if (css.substring(at, end < 0 ? css.length() : end).contains("~=")) {
                throw new IllegalArgumentException("~= compares whole words, and what it compares with needs quotes");
            }
            return copy(css, at, at + 1, out);
        }
        String name = found.group(1).toLowerCase(Locale.ROOT);
        out.append('[').append(name);
        if (found.group(2) != null) {
            boolean anyCase = found.group(4) == null
                    ? ANY_CASE.contains(name)
                    : found.group(4).equalsIgnoreCase("i");
            out.append("~=").append(anyCase ? "(?i)" : "").append(expression(found.group(2), value(found.group(3))));
        }
        out.append(']');
        return found.end();
    }

    private static String expression(String operator, String value) {
        boolean oneWord = !value.isEmpty() && value.chars().noneMatch(Character::isWhitespace);
        String exactly = exactly(value);
        return switch (operator) {
            case "=" -> "\\A" + exactly + "\\z";
            case "|=" -> "\\A" + exactly + "(?:-|\\z)";
            case "~=" -> oneWord ? "(?:\\A|\\s)" + exactly + "(?:\\s|\\z)" : NEVER;
            case "^=" -> value.isEmpty() ? NEVER : "\\A" + exactly;
            case "$=" -> value.isEmpty() ? NEVER : exactly + "\\z";
            default -> value.isEmpty() ? NEVER : exactly;
        };
    }

    /** Without brackets and quotes, which would end the selector. */
    private static String exactly(String value) {
        StringBuilder expression = new StringBuilder();
        value.codePoints().forEach(c -> {
            if (c < 128 && Character.isLetterOrDigit(c)) {
                expression.append((char) c);
            } else {
                expression.append("\\x{").append(Integer.toHexString(c)).append('}');
            }
        });
        return expression.toString();
    }

    private static String value(String written) {
        boolean quoted = written.startsWith("\"") || written.startsWith("'");
        String inside = quoted ? written.substring(1, written.length() - 1) : written;
        return ESCAPE.matcher(inside)
                .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group(1), escape.group(2))));
    }

    private static String unescaped(@Nullable String hex, String literally) {
        if (hex == null) {
            return literally;
        }
        int codePoint = Integer.parseInt(hex, 16);
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\uFFFD";
    }

    private static int pseudoClass(String css, int at, StringBuilder out) {
        Matcher nth = NTH.matcher(css).region(at, css.length());
        if (nth.lookingAt()) {
            out.append(nth.group(1))
                    .append('(')
                    .append(SPACE.matcher(nth.group(2)).replaceAll(""))
                    .append(')');
            return nth.end();
        }
        boolean link = LINK.matcher(css).region(at, css.length()).lookingAt();
        return link ? replace(LINK, css, at, out, ":is(a, area)[href]") : replace(WHERE, css, at, out, ":is(");
    }

    /** Copies what a pattern matches here, or puts something in its place; one character where it does not match. */
    private static int replace(Pattern pattern, String css, int at, StringBuilder out, @Nullable String by) {
        Matcher found = pattern.matcher(css).region(at, css.length());
        if (!found.lookingAt()) {
            return copy(css, at, at + 1, out);
        }
        out.append(by == null ? found.group() : by);
        return found.end();
    }

    private static int copy(String css, int from, int to, StringBuilder out) {
        out.append(css, from, to);
        return to;
    }
}
