package dev.clausewatch.crawler.extract;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads an element into one line, for headings and table cells: the ends of blocks become spaces. */
final class LineReader {

    private static final Set<String> BREAKS = Set.of("br", "li", "summary", "details", "legend");

    private final Selection.Found selection;
    private final boolean inHeading;
    private final InlineText inline;

    private LineReader(Selection.Found selection, TextBudget budget, boolean inHeading) {
        this.selection = selection;
        this.inHeading = inHeading;
        this.inline = new InlineText(budget);
    }

    static String read(Element element, Selection.Found selection, TextBudget budget, boolean inHeading) {
        LineReader reader = new LineReader(selection, budget, inHeading);
        reader.visitChildren(element);
        String line = reader.inline.take();
        return line == null ? "" : line;
    }

    private void visitChildren(Element element) {
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode text) {
                if (selection.counts(text)) {
                    inline.append(text.getWholeText());
                }
            } else if (child instanceof Element inner && !selection.furniture().is(inner, inHeading)) {
                visit(inner);
            }
        }
    }

    private void visit(Element element) {
        boolean apart = element.isBlock() || BREAKS.contains(element.normalName());
        if (apart) {
            inline.space();
        }
        boolean link = element.normalName().equals("a") && inline.openLink(Links.target(element));
        visitChildren(element);
        if (link) {
            inline.closeLink();
        }
        if (apart) {
            inline.space();
        }
    }
}
