package dev.clausewatch.crawler.extract;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Which elements strike out what stands in them: it is on the page, and it is no longer in force. */
final class StruckOut {

    /** Stands before and behind struck-out words, as in GitHub's Markdown. */
    static final String MARK = "~~";

    private static final Set<String> TAGS = Set.of("del", "s", "strike");

    private StruckOut() {}

    static boolean is(Element element) {
        return TAGS.contains(element.normalName()) || isByStyle(element.attr("style"));
    }

    /** Whether one of the elements around it is. */
    static boolean around(Element element) {
        for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
            if (is(parent)) {
                return true;
            }
        }
        return false;
    }

    /** Two tildes that a page has among its words. */
    static String escape(String words) {
        return words.contains(MARK) ? words.replace(MARK, "\\" + MARK) : words;
    }

    private static boolean isByStyle(String style) {
        if (style.isEmpty()) {
            return false;
        }
        for (String declaration : style.toLowerCase(Locale.ROOT).split(";", -1)) {
            if (declaration.strip().startsWith("text-decoration") && declaration.contains("line-through")) {
                return true;
            }
        }
        return false;
    }
}
