package dev.clausewatch.crawler.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Boilerplate: elements of a page that are not part of its text. */
final class Boilerplate {

    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "nav",
            "svg",
            "math",
            "input",
            "select",
            "textarea",
            "iframe",
            "object",
            "embed",
            "canvas",
            "video",
            "audio",
            "map",
            "img",
            "picture",
            "link",
            "meta",
            "title",
            "head",
            "datalist",
            "progress",
            "meter");

    private static final Evaluator FIELD = QueryParser.parse("input:not([type=hidden]), select, textarea");
    private static final int MOST_OF_A_FORM = 300;
    private static final int MOST_WORDS_OF_A_FORM = 1_000;

    private static final Evaluator PAGE = QueryParser.parse("h1, main, article");

    private final Set<Node> pageHolders;
    private final Set<Node> widgets;
    private final Disclosures disclosures;

    private Boilerplate(Set<Node> pageHolders, Set<Node> widgets, Disclosures disclosures) {
        this.pageHolders = pageHolders;
        this.widgets = widgets;
        this.disclosures = disclosures;
    }

    /** For parts of a page. */
    static Boilerplate in(List<Element> roots) {
        Set<Node> holders = Selection.identitySet();
        Set<Node> widgets = Selection.identitySet();
        for (Element root : roots) {
            widgets.addAll(Widgets.in(root));
            for (Node part : root.select(PAGE)) {
                for (Node holder = part; holder != null && holders.add(holder); ) {
                    holder = holder.parent();
                }
            }
        }
        return new Boilerplate(holders, widgets, Disclosures.in(roots));
    }

    boolean is(Element element, boolean inHeading) {
        String tag = element.normalName();
        if (NEVER.contains(tag) || widgets.contains(element)) {
            return true;
        }
        // Accordions put a section's title into a button inside the heading, or without one.
        if (tag.equals("button") && !inHeading && !disclosures.titles().contains(element)) {
            return true;
        }
        if (tag.equals("dialog") && !element.hasAttr("open")) {
            return true;
        }
        return hidden(element);
    }

    private boolean hidden(Element element) {
        if (disclosures.sections().contains(element)) {
            return false;
        }
        // hidden="until-found" hides closed sections that a search opens: they are text.
        boolean hidden = element.hasAttr("hidden")
                && !element.attr("hidden").toLowerCase(Locale.ROOT).equals("until-found");
        return hidden
                || isHiddenForm(element)
                || (element.attr("aria-hidden").equalsIgnoreCase("true") && !holdsThePage(element));
    }

    /** A small box of form fields that waits to be shown, such as a filter, holds no terms. */
    private static boolean isHiddenForm(Element element) {
        return Style.value(element, "display").equals("none")
                && PartSize.within(element, MOST_OF_A_FORM, MOST_WORDS_OF_A_FORM)
                && element.selectFirst(FIELD) != null;
    }

    /** An open dialog hides the whole page behind it from screen readers: the page is still there. */
    private boolean holdsThePage(Element element) {
        return pageHolders.contains(element);
    }
}
