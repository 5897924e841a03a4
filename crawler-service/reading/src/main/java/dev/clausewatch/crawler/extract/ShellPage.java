package dev.clausewatch.crawler.extract;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Whether a page is an empty shell: scripts would fill it with the document, and without them there is next to nothing. Sizes are
 * counted in letters and digits.
 */
public final class ShellPage {

    /** A text of less says hardly anything: three sentences. */
    private static final int HARDLY_ANY = 300;

    /** A page with less outside its frame does not hold a legal document and may hold a cookie notice: 500 words. */
    private static final int NO_DOCUMENT = 3000;

    /** Fewer scripts than this do what every page does: count visitors, open menus. */
    private static final int PLENTY = 3;

    private static final Set<String> FRAME =
            Set.of("head", "noscript", "template", "nav", "header", "footer", "aside", "dialog", "script", "style");

    /** Where the usual frameworks put the page. */
    private static final String ROOTS =
            "#root, #app, #__next, #__nuxt, #___gatsby, #svelte, app-root, [data-reactroot], [ng-app], [ng-version]";

    private ShellPage() {}

    /**
     * Looks at a page as it came. Only a page that gave hardly any text is parsed.
     *
     * @param text what was read from it; empty when nothing was
     */
    public static boolean is(Page page, String text) {
        return Extractor.isHtml(page)
                && letters(text, HARDLY_ANY) < HARDLY_ANY
                && Extractor.markup(page).tree().filter(tree -> is(tree, text)).isPresent();
    }

    /**
     * Looks at a tree.
     *
     * @param page as it was parsed, with nothing removed
     * @param text what was read from it; empty when nothing was
     */
    static boolean is(Document page, String text) {
        if (letters(text, HARDLY_ANY) >= HARDLY_ANY) {
            return false;
        }
        long scripts = page.select("script").stream().filter(ShellPage::runs).count();
        if (scripts == 0 || content(page) >= NO_DOCUMENT) {
            return false;
        }
        return asksForScripts(page) || hasEmptyRoot(page) || (text.isBlank() && scripts >= PLENTY);
    }

    /** A script element may also hold data, such as JSON for search engines. */
    private static boolean runs(Element script) {
        String type = script.attr("type").toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.equals("module") || type.contains("javascript");
    }

    private static boolean asksForScripts(Document page) {
        return page.select("noscript").stream()
                .anyMatch(part -> part.text().toLowerCase(Locale.ROOT).contains("javascript"));
    }

    private static boolean hasEmptyRoot(Document page) {
        return page.select(ROOTS).stream().anyMatch(root -> content(root) < HARDLY_ANY);
    }

    /** Letters outside the frame of the page; stops counting when it is enough for a document. */
    private static int content(Element part) {
        int[] letters = {0};
        part.filter((Node node, int depth) -> {
            if (node instanceof Element element && FRAME.contains(element.normalName())) {
                return NodeFilter.FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof TextNode text) {
                letters[0] += letters(text.getWholeText(), NO_DOCUMENT);
            }
            return letters[0] < NO_DOCUMENT ? NodeFilter.FilterResult.CONTINUE : NodeFilter.FilterResult.STOP;
        });
        return letters[0];
    }

    private static int letters(String text, int enough) {
        return (int) text.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(enough)
                .count();
    }
}
