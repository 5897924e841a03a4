package dev.clausewatch.crawler.extract;

import dev.clausewatch.events.TextFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads elements into blocks in one pass. The recursion is bounded: the parser nests elements 512 deep at most and puts what
 * lies deeper beside one another.
 */
final class BlockReader {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dir");
    /** Items that lie deeper are indented no further. */
    private static final int DEEPEST = 20;

    private static final Set<String> ALSO_BLOCKS =
            Set.of("summary", "details", "dialog", "legend", "search", "hgroup", "center");

    private final Selection.Found selection;
    private final Set<Node> layoutTables;
    private final TextBudget budget = new TextBudget();
    private final Blocks blocks = new Blocks(budget);
    private final InlineText inline = new InlineText(budget);

    private int listDepth = -1;
    private int listGroup = Blocks.ALONE;
    private @Nullable Item item;
    private @Nullable ListLabels labels;
    /** Of the items that no list holds. */
    private int looseGroup = Blocks.ALONE;

    private boolean preformatted;

    private BlockReader(Selection.Found selection) {
        this.selection = selection;
        this.layoutTables = LayoutTables.in(selection.roots());
    }

    /** The list item being read; its label is printed with its first block. */
    private static final class Item {
        private final String label;
        private boolean printed;

        Item(String label) {
            this.label = label;
        }
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
        boolean struck = StruckOut.around(root);
        if (struck) {
            inline.openStrike();
        }
        if (selection.furniture().is(root, false)) {
            visitChildren(root);
        } else {
            visit(root);
        }
        flush();
        if (struck) {
            inline.closeStrike();
        }
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
        boolean struck = StruckOut.is(element);
        if (struck) {
            inline.openStrike();
        }
        read(element, element.normalName());
        if (struck) {
            inline.closeStrike();
        }
    }

    private void read(Element element, String tag) {
        if (tag.equals("br")) {
            flush();
        } else if (HEADINGS.contains(tag)) {
            heading(element, tag.charAt(1) - '0');
        } else if (LISTS.contains(tag)) {
            list(element);
        } else if (tag.equals("li")) {
            looseItem(element);
        } else if (tag.equals("table")) {
            table(element);
        } else if (Raised.is(element)) {
            String words = LineReader.words(element, selection, budget);
            inline.appendScript(Raised.written(element, words, inline.tail()));
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
        if (HeadingShape.holdsBlocks(element)) {
            visitChildren(element);
            flush();
            return;
        }
        String text = new LineReader(selection, budget, true, inline.isStruckOut()).read(element);
        if (text.isEmpty()) {
            return;
        }
        Item labelled = item;
        boolean numbered = labelled != null && !labelled.printed && !labelled.label.equals("-");
        blocks.add(
                Blocks.ALONE,
                "#".repeat(level) + " " + (numbered && labelled != null ? labelled.label + " " : "") + text);
        // What follows a heading inside an item belongs to the heading: it is no longer indented.
        item = null;
        listDepth = -1;
    }

    private void list(Element list) {
        flush();
        ListLabels outerLabels = labels;
        ListLabels ownLabels = ListLabels.of(list, items(list));
        int outerDepth = listDepth;
        int outerGroup = listGroup;
        Item outerItem = item;
        listDepth++;
        if (listDepth == 0) {
            listGroup = blocks.newGroup();
        }
        item = null;
        int depth = listDepth;
        int group = listGroup;
        for (int i = 0; i < list.childNodeSize(); i++) {
            Node child = list.childNode(i);
            listDepth = depth;
            listGroup = group;
            labels = ownLabels;
            if (child instanceof Element element && element.normalName().equals("li")) {
                item(element, ownLabels.next(element));
            } else if (child instanceof Element element) {
                item = outerItem;
                visit(element);
                flush();
            } else if (child instanceof TextNode text) {
                words(text);
            }
        }
        flush();
        listDepth = outerDepth;
        listGroup = outerGroup;
        item = outerItem;
        labels = outerLabels;
    }

    /** Those of a list, also where each is wrapped in an element of its own. */
    private static List<Element> items(Element list) {
        return list.children().stream()
                .flatMap(child -> child.nameIs("li") || LISTS.contains(child.normalName())
                        ? Stream.of(child)
                        : child.children().stream())
                .filter(child -> child.nameIs("li"))
                .toList();
    }

    /** An item that stands in no list, or not directly in it: a browser shows it as one all the same. */
    private void looseItem(Element element) {
        int outerDepth = listDepth;
        int outerGroup = listGroup;
        Item outerItem = item;
        flush();
        if (listDepth < 0) {
            Element before = element.previousElementSibling();
            looseGroup = before != null && before.nameIs("li") ? looseGroup : blocks.newGroup();
            listGroup = looseGroup;
            listDepth = 0;
        }
        ListLabels around = outerDepth < 0 ? null : labels;
        item(element, around == null ? ListLabels.BULLET : around.next(element));
        listDepth = outerDepth;
        listGroup = outerGroup;
        item = outerItem;
    }

    private void item(Element element, String label) {
        flush();
        if (selection.furniture().is(element, false)) {
            return;
        }
        item = new Item(label);
        boolean struck = StruckOut.is(element);
        if (struck) {
            inline.openStrike();
        }
        visitChildren(element);
        flush();
        if (struck) {
            inline.closeStrike();
        }
        item = null;
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
            paragraph(caption);
        }
        List<List<String>> rows = reader.rows();
        if (!rows.isEmpty()) {
            blocks.table(rows);
        }
    }

    private void flush() {
        String text = inline.take();
        if (text != null) {
            paragraph(text);
        }
    }

    private void paragraph(String text) {
        Item current = item;
        if (current == null) {
            blocks.add(Blocks.ALONE, Blocks.plain(text));
        } else if (!current.printed) {
            blocks.add(listGroup, indent(listDepth) + current.label + " " + text);
            current.printed = true;
        } else {
            blocks.add(Blocks.ALONE, indent(listDepth + 1) + Blocks.plain(text));
        }
    }

    private static String indent(int depth) {
        return " ".repeat(TextFormat.LIST_INDENT * Math.clamp(depth, 0, DEEPEST));
    }
}
