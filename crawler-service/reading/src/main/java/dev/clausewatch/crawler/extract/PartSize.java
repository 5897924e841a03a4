package dev.clausewatch.crawler.extract;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Whether a part of a page is small. Parts nest, so each is looked through only as far as is needed to tell. */
final class PartSize {

    private PartSize() {}

    static boolean within(Element element, int nodes, int characters) {
        int[] left = {nodes, characters};
        element.filter((Node node, int depth) -> {
            left[0]--;
            left[1] -= node instanceof TextNode text ? text.getWholeText().length() : 0;
            return left[0] < 0 || left[1] < 0 ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
        });
        return left[0] >= 0 && left[1] >= 0;
    }
}
