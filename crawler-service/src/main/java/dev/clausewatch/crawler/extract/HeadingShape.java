package dev.clausewatch.crawler.extract;

import org.jsoup.nodes.Element;

/** Whether a heading is one: broken pages wrap whole sections in it. */
final class HeadingShape {

    private static final int LONGEST = 600;

    private HeadingShape() {}

    static boolean holdsBlocks(Element heading) {
        return heading.selectFirst("ul, ol, table, h1 h1, h2 h2, h3 h3") != null
                || heading.text().length() > LONGEST;
    }
}
