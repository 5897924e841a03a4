package dev.clausewatch.crawler.extract;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads elements into blocks in one pass. The recursion is bounded: the parser nests elements 512 deep at most and puts what
 * lies deeper beside one another.
 */
final class BlockReader {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private static final Set<String> ALSO_BLOCKS =
            Set.of("summary", "details", "dialog", "legend", "search", "hgroup", "center");

    private final Selection.Found selection;
    private final Set<Node> layoutTables;
    private final TextBudget budget = new TextBudget();
    private final Blocks blocks = new Blocks(budget);
    private final InlineText inline = new InlineText(budget);

    private final OpenLists lists = new OpenLists(blocks);
    private boolean preformatted;

    private BlockReader(Selection.Found selection) {
        this.selection = selection;
        this.layoutTables = LayoutTables.in(selection.roots());
    }

    static String read(Selection.Found selection) {
        BlockReader reader = new BlockReader(selection);
        for (Element root : selection.roots()) {
            reader.root(root);
        }
        return reader.blocks.text();
    }

    /** What is selected is read, even where it would pass for furniture elsewhere. */
    private void root(Element root) {
        Element around = root.parent();
        boolean struck = around != null && selection.struckOut().in(around, null, false);
        boolean outer = inline.enter(struck ? StrikethroughElements.Effect.STRIKES : StrikethroughElements.Effect.NONE);
        if (selection.furniture().is(root, false)) {
            visitChildren(root);
        } else {
            visit(root);
        }
        flush();
        inline.leave(outer);
    }

    private void visitChildren(Element element) {
        // A copy would be made by childNodes(); by index nothing is.
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode text) {
                words(text);
            } else if (child instanceof Element inner) {
                visit(inner);
            }
        }
    }

    private void visit(Element element) {
        if (selection.furniture().is(element, false)) {
            return;
        }
        boolean outer = inline.enter(selection.struckOut().of(element));
        read(element, element.normalName());
        inline.leave(outer);
    }

    private void read(Element element, String tag) {
        if (tag.equals("br")) {
            flush();
        } else if (HEADINGS.contains(tag)) {
            heading(element, tag.charAt(1) - '0');
        } else if (OpenLists.isList(tag)) {
            list(element);
        } else if (tag.equals("li")) {
            looseItem(element);
        } else if (tag.equals("table")) {
            table(element);
        } else if (Superscripts.is(element)) {
            String words = LineReader.words(element, selection, budget);
            inline.appendScript(Superscripts.written(element, words, inline.tail()));
        } else if (tag.equals("a")) {
            link(element);
        } else if (tag.equals("pre")) {
            preformatted(element);
        } else if (element.isBlock() || ALSO_BLOCKS.contains(tag)) {
            flush();
            visitChildren(element);
            flush();
        } else {
            visitChildren(element);
        }
    }

    private void words(TextNode text) {
        if (!selection.counts(text)) {
            return;
        }
        if (!preformatted) {
            inline.append(text.getWholeText());
            return;
        }
        String[] lines = text.getWholeText().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                flush();
            }
            inline.append(lines[i]);
        }
    }

    private void link(Element element) {
        boolean opened = inline.openLink(Links.target(element));
        visitChildren(element);
        if (opened) {
            inline.closeLink();
        }
    }

    private void preformatted(Element element) {
        flush();
        boolean outer = preformatted;
        preformatted = true;
        visitChildren(element);
        flush();
        preformatted = outer;
    }

    private void heading(Element element, int level) {
        flush();
        if (HeadingCheck.holdsBlocks(element)) {
            visitChildren(element);
            flush();
            return;
        }
        String text = new LineReader(selection, budget, true, inline.isStruckOut()).read(element);
        if (text.isEmpty()) {
            return;
        }
        lists.heading(level, text);
    }

    private void list(Element list) {
        flush();
        OpenLists.Place outer = lists.place();
        ListLabels labels = ListLabels.of(list, OpenLists.items(list));
        OpenLists.Place inside = lists.open(labels);
        for (int i = 0; i < list.childNodeSize(); i++) {
            Node child = list.childNode(i);
            lists.stayIn(inside);
            if (child instanceof Element element && element.normalName().equals("li")) {
                item(element, labels.next(element));
            } else if (child instanceof Element element) {
                lists.goOnWithItemOf(outer);
                visit(element);
                flush();
            } else if (child instanceof TextNode text) {
                words(text);
            }
        }
        flush();
        lists.backTo(outer);
    }

    /** An item that stands in no list, or not directly in it: a browser shows it as one all the same. */
    private void looseItem(Element element) {
        OpenLists.Place outer = lists.place();
        flush();
        if (outer.isOutside()) {
            lists.openLoose(element);
        }
        ListLabels around = outer.isOutside() ? null : outer.labels();
        item(element, around == null ? ListLabels.BULLET : around.next(element));
        lists.backTo(outer);
    }

    private void item(Element element, String label) {
        flush();
        if (selection.furniture().is(element, false)) {
            return;
        }
        lists.beginItem(label);
        boolean outer = inline.enter(selection.struckOut().of(element));
        visitChildren(element);
        flush();
        inline.leave(outer);
        lists.endItem();
    }

    private void table(Element table) {
        flush();
        TableReader reader = new TableReader(table, selection, budget, inline.isStruckOut());
        if (layoutTables.contains(table) || !reader.isData()) {
            visitChildren(table);
            flush();
            return;
        }
        for (String caption : reader.captions()) {
            lists.paragraph(caption);
        }
        List<List<String>> rows = reader.rows();
        if (!rows.isEmpty()) {
            blocks.table(rows);
        }
    }

    private void flush() {
        String text = inline.take();
        if (text != null) {
            lists.paragraph(text);
        }
    }
}
