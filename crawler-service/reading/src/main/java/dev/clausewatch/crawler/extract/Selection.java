package dev.clausewatch.crawler.extract;

import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** What of a page counts: the union of all selectors in the order of the page, each part once. */
sealed interface Selection {

    /**
     * The parts.
     *
     * @param roots elements to read, in order, none inside another
     * @param leaves the nodes that count, by identity; absent when all of the roots do
     * @param furniture what in the roots is not text
     * @param struckOut what in the roots is struck out
     */
    record Found(
            List<Element> roots, @Nullable Set<Node> leaves, Boilerplate furniture, StrikethroughElements struckOut)
            implements Selection {

        public Found {
            roots = List.copyOf(roots);
        }

        Found(List<Element> roots, @Nullable Set<Node> leaves) {
            this(roots, leaves, Boilerplate.in(roots), new StrikethroughElements());
        }

        boolean counts(Node leaf) {
            return leaves == null || leaves.contains(leaf);
        }
    }

    /** A selector matches nothing. */
    record Missing(String detail) implements Selection {}

    /** Takes out what the source removes, then selects. */
    static Selection of(Document page, Source source) {
        for (Selector selector : source.remove()) {
            Missing missing = remove(page, selector);
            if (missing != null) {
                return missing;
            }
        }
        return source.select().isEmpty() ? MainContent.of(page) : select(page, source.select());
    }

    private static @Nullable Missing remove(Document page, Selector selector) {
        if (selector.css() != null) {
            Removal.of(SelectorMatcher.all(page, selector.css()));
            return null;
        }
        return switch (NodeRange.of(page, selector)) {
            case NodeRange.Nodes nodes -> {
                Removal.of(nodes.leaves());
                yield null;
            }
            case NodeRange.NoMatch none -> new Missing("A range to remove is not on the page: " + none.detail());
        };
    }

    private static Selection select(Document page, List<Selector> selectors) {
        Set<Node> leaves = identitySet();
        Set<Node> roots = identitySet();
        boolean ranges = false;
        for (Selector selector : selectors) {
            if (selector.css() != null) {
                roots.addAll(SelectorMatcher.all(page, selector.css()));
                continue;
            }
            ranges = true;
            switch (NodeRange.of(page, selector)) {
                case NodeRange.Nodes nodes -> {
                    leaves.addAll(nodes.leaves());
                    roots.add(nodes.root());
                }
                case NodeRange.NoMatch none -> {
                    return new Missing("A selected range is not on the page: " + none.detail());
                }
            }
        }
        if (ranges) {
            selectors.stream()
                    .filter(selector -> selector.css() != null)
                    .forEach(selector -> addLeaves(page, SelectorMatcher.all(page, selector.css()), leaves));
        }
        List<Element> outermost = outermost(page, roots);
        return outermost.isEmpty()
                ? new Missing("No element of the page matches what is selected: " + describe(selectors) + ".")
                : new Found(outermost, ranges ? leaves : null);
    }

    private static String describe(List<Selector> selectors) {
        return String.join(
                ", ",
                selectors.stream().map(selector -> "\"" + selector.css() + "\"").toList());
    }

    /** Those that are not inside another, in the order of the page; one pass. */
    private static List<Element> outermost(Document page, Set<Node> roots) {
        List<Element> found = new ArrayList<>();
        page.traverse(new Inside(roots) {
            @Override
            void enter(Element root) {
                found.add(root);
            }

            @Override
            void leaf(Node node) {
                // Roots only.
            }
        });
        return found;
    }

    private static void addLeaves(Document page, List<? extends Node> elements, Set<Node> leaves) {
        Set<Node> roots = identitySet();
        roots.addAll(elements);
        page.traverse(new Inside(roots) {
            @Override
            void enter(Element root) {
                // Leaves only.
            }

            @Override
            void leaf(Node node) {
                leaves.add(node);
            }
        });
    }

    static Set<Node> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Walks a page and knows whether it is inside one of some elements. */
    abstract class Inside implements NodeVisitor {

        private final Set<Node> roots;
        private int depth;

        Inside(Set<Node> roots) {
            this.roots = roots;
        }

        abstract void enter(Element root);

        abstract void leaf(Node node);

        @Override
        public void head(Node node, int level) {
            if (roots.contains(node)) {
                if (depth == 0 && node instanceof Element root) {
                    enter(root);
                }
                depth++;
            }
            if (depth > 0 && node.childNodeSize() == 0) {
                leaf(node);
            }
        }

        @Override
        public void tail(Node node, int level) {
            if (roots.contains(node)) {
                depth--;
            }
        }
    }
}
