package dev.clausewatch.crawler.extract;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Whether a heading is one: broken pages wrap whole sections in it. Headings nest, so each is looked at only as far as is needed to
 * tell.
 */
final class HeadingCheck implements NodeFilter {

    private static final int LONGEST = 600;
    private static final int MOST_NODES = 10_000;
    private static final List<String> NESTING = List.of("h1", "h2", "h3");

    private final StringBuilder text = new StringBuilder();
    private final int[] open = new int[NESTING.size()];
    private int nodes;
    private boolean blocks;

    private HeadingCheck() {}

    static boolean holdsBlocks(Element heading) {
        HeadingCheck shape = new HeadingCheck();
        heading.filter(shape);
        return shape.blocks || shape.text.toString().strip().length() > LONGEST;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        nodes++;
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            enter(element);
        }
        // One space more at either end does not count.
        blocks |= nodes > MOST_NODES || text.length() > LONGEST + 2;
        return blocks ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            int level = NESTING.indexOf(element.normalName());
            if (level >= 0) {
                open[level]--;
            }
            if (element.isBlock()) {
                space();
            }
        }
        return FilterResult.CONTINUE;
    }

    private void enter(Element element) {
        String tag = element.normalName();
        int level = NESTING.indexOf(tag);
        boolean nested = level >= 0 && ++open[level] > 1;
        blocks |= nested || tag.equals("ul") || tag.equals("ol") || tag.equals("table");
        if (element.isBlock() || tag.equals("br")) {
            space();
        }
    }

    private void append(String words) {
        for (int i = 0; i < words.length() && text.length() <= LONGEST + 2; i++) {
            char c = words.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space();
            } else {
                text.append(c);
            }
        }
    }

    private void space() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }
}
