package dev.clausewatch.crawler.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tags in Markdown that say more than emphasis: those that strike out words, and raised and lowered figures. */
final class MarkdownTags {

    private static final Pattern STRUCK =
            Pattern.compile("<(?:del|s|strike)>\\s*+([^<>]++)</(?:del|s|strike)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern RAISED =
            Pattern.compile("<(sup|sub)>([^<>]{1,40}+)</(?:sup|sub)>", Pattern.CASE_INSENSITIVE);

    private static final int TAIL = 20;

    private MarkdownTags() {}

    static String written(String text) {
        if (!text.contains("</")) {
            return text;
        }
        Matcher raised = RAISED.matcher(STRUCK.matcher(text)
                .replaceAll(struck ->
                        Matcher.quoteReplacement("~~" + struck.group(1).strip() + "~~")));
        StringBuilder out = new StringBuilder();
        while (raised.find()) {
            raised.appendReplacement(out, "");
            Element element = new Element(raised.group(1)).text(raised.group(2));
            String tail = out.substring(Math.max(0, out.length() - TAIL));
            out.append(Superscripts.written(element, raised.group(2).strip(), tail));
        }
        return raised.appendTail(out).toString();
    }
}
