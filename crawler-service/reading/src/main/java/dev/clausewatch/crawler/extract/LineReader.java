package dev.clausewatch.crawler.extract;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads an element into one line, for headings and table cells: the ends of blocks become spaces. */
final class LineReader {

    private static final Set<String> BREAKS = Set.of("br", "li", "summary", "details", "legend");

    private final Selection.Found selection;
    private final TextBudget budget;
    private final boolean inHeading;
    private final boolean struckOut;
    private final InlineText inline;
    private boolean links = true;

    /** Where all that it reads is struck out or not. */
    LineReader(Selection.Found selection, TextBudget budget, boolean inHeading, boolean struckOut) {
        this.selection = selection;
        this.budget = budget;
        this.inHeading = inHeading;
        this.struckOut = struckOut;
        this.inline = new InlineText(budget);
    }

    /** What an element holds, without its links, to be appended to other words. */
    static String words(Element element, Selection.Found selection, TextBudget budget) {
        LineReader reader = new LineReader(selection, budget, false, false);
        reader.links = false;
        reader.visitChildren(element);
        return reader.inline.takeUnmarked();
    }

    /** What an element holds. */
    String read(Element element) {
        boolean outer =
                inline.enter(struckOut ? StrikethroughElements.Effect.STRIKES : StrikethroughElements.Effect.NONE);
        visitChildren(element);
        inline.leave(outer);
        String line = inline.take();
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
        boolean outer = inline.enter(selection.struckOut().of(element));
        if (Superscripts.is(element)) {
            inline.appendScript(Superscripts.written(element, words(element, selection, budget), inline.tail()));
        } else {
            visitInside(element);
        }
        inline.leave(outer);
    }

    private void visitInside(Element element) {
        boolean apart = element.isBlock() || BREAKS.contains(element.normalName());
        if (apart) {
            inline.space();
        }
        boolean link = links && element.normalName().equals("a") && inline.openLink(Links.target(element));
        visitChildren(element);
        if (link) {
            inline.closeLink();
        }
        if (apart) {
            inline.space();
        }
    }
}
