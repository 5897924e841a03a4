package dev.clausewatch.crawler.extract;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Tells sentences from labels and menu items. */
final class Prose {

    /** A text with fewer words is a label or a menu item. */
    private static final int SENTENCE = 8;

    /** Looked at to find a sentence; a section that has none by then is something else. */
    private static final int MOST_NODES = 500;

    private Prose() {}

    /** How many words a text adds to the prose of a page: none when it is too short for a sentence. */
    static int words(TextNode text) {
        int count = 0;
        boolean inWord = false;
        String whole = text.getWholeText();
        for (int i = 0; i < whole.length(); i++) {
            boolean space = Character.isWhitespace(whole.charAt(i));
            count += !space && !inWord ? 1 : 0;
            inWord = !space;
        }
        return count >= SENTENCE ? count : 0;
    }

    /** Whether there is a sentence near the beginning of an element. */
    static boolean isIn(Element element) {
        int[] nodes = {0};
        boolean[] found = {false};
        element.filter((Node node, int depth) -> {
            nodes[0]++;
            found[0] = node instanceof TextNode text && words(text) > 0;
            return found[0] || nodes[0] > MOST_NODES ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
        });
        return found[0];
    }
}
