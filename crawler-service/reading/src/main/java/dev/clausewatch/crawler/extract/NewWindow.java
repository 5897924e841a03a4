package dev.clausewatch.crawler.extract;

import java.util.regex.Pattern;

/** The word to screen readers that a link opens another window: it is about the link and not in the text. Reads unfinished lines. */
final class NewWindow {

    private static final String WORDS =
            "(?:this |the )?(?:link )?(?:will )?opens? in (?:a )?new (?:browser )?(?:window|tab)(?: or tab)?";
    private static final Pattern IN_BRACKETS =
            Pattern.compile(" ?[(\\[]" + WORDS + "\\.?[)\\]]", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_LINK = Pattern.compile(
            "(?<=[^\\[])[ ,;:–-]{0,3}" + WORDS + "\\.?(?=" + LineMarks.LINK_TARGET + ")", Pattern.CASE_INSENSITIVE);

    private NewWindow() {}

    static String without(String line) {
        if (!line.contains("new ") && !line.contains("New ")) {
            return line;
        }
        return IN_LINK.matcher(IN_BRACKETS.matcher(line).replaceAll("")).replaceAll("");
    }
}
