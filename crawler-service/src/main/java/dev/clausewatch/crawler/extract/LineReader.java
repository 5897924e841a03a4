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

    /** What an element holds, without its links. */
    static String words(Element element, Selection.Found selection, TextBudget budget) {
        LineReader reader = new LineReader(selection, budget, false, false);
        reader.links = false;
        return reader.read(element);
    }

    /** What an element holds. */
    String read(Element element) {
        inline.openStrike(struckOut);
        visitChildren(element);
        inline.closeStrike(struckOut);
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
        if (Raised.is(element)) {
            inline.appendScript(Raised.written(element, words(element, selection, budget), inline.tail()));
            return;
        }
        boolean apart = element.isBlock() || BREAKS.contains(element.normalName());
        if (apart) {
            inline.space();
        }
        boolean struck = StruckOut.is(element);
        inline.openStrike(struck);
        boolean link = links && element.normalName().equals("a") && inline.openLink(Links.target(element));
        visitChildren(element);
        if (link) {
            inline.closeLink();
        }
        inline.closeStrike(struck);
        if (apart) {
            inline.space();
        }
    }
}
