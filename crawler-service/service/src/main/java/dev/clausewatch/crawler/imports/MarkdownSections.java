package dev.clausewatch.crawler.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts Markdown between blocks of which none reaches into the next: behind a blank line, before a line that is not indented and
 * begins no list, quote or table. By CommonMark 0.31.2 (§3, §5) such a line closes every list and quote above it.
 */
final class MarkdownSections {

    /**
     * What reaches further than a blank line, at the beginning of a line: fenced code, comments and the other HTML blocks, and
     * definitions of links. A text with one of them stays whole.
     */
    private static final Pattern FAR_REACHING =
            Pattern.compile("\\A[ \\t>*+.)\\d-]{0,100}+(```|~~~|<|\\[[^\\]\\n]{1,1000}\\]:)");

    /** Cutting finer costs more than it saves. */
    private static final int MOST = 5_000;

    private static final String CONTINUES = " \t>|";
    private static final String BULLETS = "-+*";

    private MarkdownSections() {}

    /** The sections in order; joined by line ends they are the text. */
    static List<String> of(String markdown) {
        Matcher farReaching = FAR_REACHING.matcher(markdown);
        List<String> sections = new ArrayList<>();
        int from = 0;
        boolean blank = false;
        for (int at = 0; at < markdown.length(); ) {
            int end = lineEnd(markdown, at);
            if (isBlank(markdown, at, end)) {
                blank = true;
            } else if (mayReachFar(markdown.charAt(at))
                    && farReaching.region(at, end).lookingAt()) {
                return List.of(markdown);
            } else {
                if (blank && begins(markdown, at, end)) {
                    sections.add(markdown.substring(from, at));
                    from = at;
                }
                blank = false;
            }
            at = end + 1;
        }
        sections.add(markdown.substring(from));
        return sections.size() > MOST ? List.of(markdown) : sections;
    }

    /** Few lines do: the pattern need not look at the others. */
    private static boolean mayReachFar(char first) {
        return !Character.isLetter(first) && first != '#';
    }

    private static int lineEnd(String markdown, int at) {
        int end = markdown.indexOf('\n', at);
        return end < 0 ? markdown.length() : end;
    }

    private static boolean isBlank(String markdown, int from, int to) {
        for (int i = from; i < to; i++) {
            if (" \t\r".indexOf(markdown.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line behind a blank one can belong to nothing above it. */
    private static boolean begins(String markdown, int at, int end) {
        char first = markdown.charAt(at);
        if (CONTINUES.indexOf(first) >= 0) {
            return false;
        }
        int mark = at;
        while (mark < end && Character.isDigit(markdown.charAt(mark))) {
            mark++;
        }
        boolean number = mark > at && mark < end && ".)".indexOf(markdown.charAt(mark)) >= 0;
        return !number && BULLETS.indexOf(first) < 0;
    }
}
