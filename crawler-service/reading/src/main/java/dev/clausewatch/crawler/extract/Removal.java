package dev.clausewatch.crawler.extract;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Takes many nodes out of a page at once. One by one, each would move all of its siblings. */
final class Removal {

    private Removal() {}

    static void of(Collection<? extends Node> nodes) {
        Set<Node> gone = Selection.identitySet();
        Set<Node> parents = Selection.identitySet();
        for (Node node : nodes) {
            Node parent = node.parent();
            if (parent != null) {
                gone.add(node);
                parents.add(parent);
            }
        }
        for (Node parent : parents) {
            List<Node> kept = parent.childNodes().stream()
                    .filter(child -> !gone.contains(child))
                    .toList();
            if (parent instanceof Element element) {
                element.empty().appendChildren(kept);
            }
        }
    }
}
