package dev.clausewatch.crawler.extract;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** How much of a part of a page is links. Parts nest, so each is looked through only as far as a widget goes. */
final class LinkDensity implements NodeFilter {

    private static final int MOST_NODES = 5_000;

    /** Names of networks, and a word such as "Share". */
    private static final int SHARE_WORDS = 30;

    private static final int SHARE_WORDS_OUTSIDE = 4;

    /** With fewer links it may be a sentence that points to another section. */
    private static final int LEAST_ENTRIES = 3;

    private static final double NEARLY_ALL = 0.8;

    private static final Set<String> PARTS = Set.of("h1", "main", "article");
    private static final Set<String> TEXT = Set.of("h2", "p", "table");

    private int nodes;
    private int inLinks;
    private int links;
    private int buttons;
    private int linksToThisPage;
    private int words;
    private int wordsInLinks;
    private int letters;
    private int lettersInLinks;
    private boolean holdsParts;
    private boolean holdsText;
    private boolean holdsSections;

    private LinkDensity() {}

    static LinkDensity in(Element element) {
        LinkDensity count = new LinkDensity();
        element.filter(count);
        return count;
    }

    /** Hardly any words that are not links or buttons. */
    boolean isShareBar() {
        return nodes <= MOST_NODES
                && !holdsParts
                && !holdsText
                && links + buttons > 0
                && words <= SHARE_WORDS
                && words - wordsInLinks <= SHARE_WORDS_OUTSIDE;
    }

    /** Nothing but links to places on the same page, and a heading at most. */
    boolean isContents() {
        return nodes <= MOST_NODES
                && !holdsParts
                && !holdsSections
                && links >= LEAST_ENTRIES
                && links == linksToThisPage
                && lettersInLinks >= NEARLY_ALL * letters;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        nodes++;
        if (node instanceof TextNode text) {
            count(text.getWholeText());
        } else if (node instanceof Element element) {
            enter(element);
        }
        return nodes > MOST_NODES ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && isClickable(element)) {
            inLinks--;
        }
        return FilterResult.CONTINUE;
    }

    private void enter(Element element) {
        String tag = element.normalName();
        holdsParts |= PARTS.contains(tag);
        holdsText |= TEXT.contains(tag);
        holdsSections |=
                tag.equals("p") && element.parent() != null && element.parent().nameIs("section");
        if (!isClickable(element)) {
            return;
        }
        inLinks++;
        if (tag.equals("a") && element.hasAttr("href")) {
            links++;
            linksToThisPage += leadsToThisPage(element) ? 1 : 0;
        } else {
            buttons++;
        }
    }

    private void count(String text) {
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            if (!space) {
                letters++;
                lettersInLinks += inLinks > 0 ? 1 : 0;
            }
            if (!space && !inWord) {
                words++;
                wordsInLinks += inLinks > 0 ? 1 : 0;
            }
            inWord = !space;
        }
    }

    private static boolean isClickable(Element element) {
        return element.nameIs("a")
                || element.nameIs("button")
                || element.attr("role").equals("button");
    }

    private static boolean leadsToThisPage(Element link) {
        String target = link.attr("href");
        return target.startsWith("#")
                || (link.baseUri().length() > 1 && target.startsWith(withoutFragment(link.baseUri()) + "#"));
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }
}
