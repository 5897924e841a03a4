package dev.clausewatch.crawler.extract;

import dev.clausewatch.events.Selector;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** The part of a page between two elements; each selector means its first match, as in Open Terms Archive. */
sealed interface NodeRange {

    /**
     * The nodes without children in between.
     *
     * @param root the innermost element that holds both ends
     */
    record Nodes(Element root, List<Node> leaves) implements NodeRange {

        public Nodes {
            leaves = List.copyOf(leaves);
        }
    }

    /** An end is missing, or the end comes first. */
    record NoMatch(String detail) implements NodeRange {}

    static NodeRange of(Document page, Selector range) {
        boolean startBefore = range.startBefore() != null;
        boolean endBefore = range.endBefore() != null;
        String startSelector = startBefore ? range.startBefore() : range.startAfter();
        String endSelector = endBefore ? range.endBefore() : range.endAfter();
        Element start = startSelector == null
                ? null
                : SelectorMatcher.first(page, startSelector).orElse(null);
        if (start == null) {
            return new NoMatch("nothing matches its start \"" + startSelector + "\".");
        }
        Element end = endSelector == null
                ? null
                : SelectorMatcher.first(page, endSelector).orElse(null);
        if (end == null) {
            return new NoMatch("nothing matches its end \"" + endSelector + "\".");
        }
        Walk walk = new Walk(start, startBefore, end, endBefore);
        Element root = commonAncestor(start, end);
        root.traverse(walk);
        return walk.leaves.isEmpty()
                ? new NoMatch("nothing is between \"" + startSelector + "\" and \"" + endSelector + "\".")
                : new Nodes(root, walk.leaves);
    }

    /** The parent at least, since a bound may lie outside its own element. */
    private static Element commonAncestor(Element start, Element end) {
        List<Element> ancestors = new ArrayList<>(end.parents());
        for (Element candidate = start.parent(); candidate != null; candidate = candidate.parent()) {
            if (ancestors.contains(candidate)) {
                return candidate;
            }
        }
        return start.root();
    }

    /** Notes what is met between the two ends. */
    final class Walk implements NodeVisitor {

        private final Element start;
        private final boolean startBefore;
        private final Element end;
        private final boolean endBefore;
        private final List<Node> leaves = new ArrayList<>();
        private boolean inside;
        private boolean over;

        Walk(Element start, boolean startBefore, Element end, boolean endBefore) {
            this.start = start;
            this.startBefore = startBefore;
            this.end = end;
            this.endBefore = endBefore;
        }

        @Override
        public void head(Node node, int depth) {
            if (node.equals(start) && startBefore) {
                inside = true;
            }
            if (node.equals(end) && endBefore) {
                over = true;
            }
            if (inside && !over && node.childNodeSize() == 0) {
                leaves.add(node);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node.equals(start) && !startBefore) {
                inside = true;
            }
            if (node.equals(end) && !endBefore) {
                over = true;
            }
        }
    }
}
