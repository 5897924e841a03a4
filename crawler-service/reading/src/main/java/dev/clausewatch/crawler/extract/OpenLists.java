package dev.clausewatch.crawler.extract;

import dev.clausewatch.events.TextFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Where in the lists of a page its reader stands: paragraphs are written as far in, and behind the label, of their item. */
final class OpenLists {

    private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dir");
    /** Items that lie deeper are indented no further. */
    private static final int DEEPEST = 20;

    private final Blocks blocks;

    private int depth = -1;
    private int group = Blocks.ALONE;
    private @Nullable Item item;
    private @Nullable ListLabels labels;
    /** Of the items that no list holds. */
    private int looseGroup = Blocks.ALONE;

    OpenLists(Blocks blocks) {
        this.blocks = blocks;
    }

    /** The list item being read; its label is printed with its first block. */
    private static final class Item {
        private final String label;
        private boolean printed;

        Item(String label) {
            this.label = label;
        }
    }

    /** A place to come back to. */
    static final class Place {
        private final int depth;
        private final int group;
        private final @Nullable Item item;
        private final @Nullable ListLabels labels;

        private Place(int depth, int group, @Nullable Item item, @Nullable ListLabels labels) {
            this.depth = depth;
            this.group = group;
            this.item = item;
            this.labels = labels;
        }

        /** Whether it is in no list. */
        boolean isOutside() {
            return depth < 0;
        }

        /** The labels of its list; absent outside of all. */
        @Nullable
        ListLabels labels() {
            return labels;
        }
    }

    static boolean isList(String tag) {
        return LISTS.contains(tag);
    }

    /** Those of a list, also where each is wrapped in an element of its own. */
    static List<Element> items(Element list) {
        return list.children().stream()
                .flatMap(child ->
                        child.nameIs("li") || isList(child.normalName()) ? Stream.of(child) : child.children().stream())
                .filter(child -> child.nameIs("li"))
                .toList();
    }

    Place place() {
        return new Place(depth, group, item, labels);
    }

    void backTo(Place place) {
        stayIn(place);
        item = place.item;
    }

    /** The same list again, whatever its last child left open; an item that is being read stays. */
    void stayIn(Place place) {
        depth = place.depth;
        group = place.group;
        labels = place.labels;
    }

    /** What stands in a list and is no item of it goes on with the item around the list. */
    void goOnWithItemOf(Place place) {
        item = place.item;
    }

    /** A list inside of what is open. */
    Place open(ListLabels ownLabels) {
        depth++;
        if (depth == 0) {
            group = blocks.newGroup();
        }
        labels = ownLabels;
        item = null;
        return place();
    }

    /** A list of items that stand in none: those that follow each other are one list. */
    void openLoose(Element first) {
        Element before = first.previousElementSibling();
        looseGroup = before != null && before.nameIs("li") ? looseGroup : blocks.newGroup();
        group = looseGroup;
        depth = 0;
    }

    void beginItem(String label) {
        item = new Item(label);
    }

    void endItem() {
        item = null;
    }

    /** What follows a heading inside an item belongs to the heading: it is no longer indented. */
    void heading(int level, String text) {
        Item labelled = item;
        String label = labelled == null || labelled.printed || labelled.label.equals(ListLabels.BULLET)
                ? ""
                : labelled.label + " ";
        blocks.add(Blocks.ALONE, "#".repeat(level) + " " + label + text);
        item = null;
        depth = -1;
    }

    void paragraph(String text) {
        Item current = item;
        if (current == null) {
            blocks.add(Blocks.ALONE, Blocks.plain(text));
        } else if (!current.printed) {
            blocks.add(group, indent(depth) + current.label + " " + text);
            current.printed = true;
        } else {
            blocks.add(Blocks.ALONE, indent(depth + 1) + Blocks.plain(text));
        }
    }

    private static String indent(int depth) {
        return " ".repeat(TextFormat.LIST_INDENT * Math.clamp(depth, 0, DEEPEST));
    }
}
