package dev.clausewatch.crawler.extract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Where the document is when nobody says: in what the page itself marks as its main part, else in the page without its frame, and there in
 * the innermost element that holds nearly all of the prose. A clause that is lost is worse than a menu that is kept, so the search ends
 * early.
 */
final class MainContent {

    /** What stands beside the document has less than this share of the prose. */
    private static final double NEARLY_ALL = 0.95;

    /** Nodes and characters of a paragraph that is looked at as a whole. */
    private static final int A_FEW = 50;

    private static final int MANY = 2_000;

    private static final String SENTENCE_ENDS = ".!?:;。！？";

    private static final Set<String> HOLDING_BLOCKS = Set.of(
            "div", "section", "article", "main", "form", "body", "td", "table", "tbody", "tr", "center", "span", "p");

    private static final Set<String> NO_PROSE =
            Set.of("a", "button", "script", "style", "noscript", "template", "nav", "select", "option", "label", "svg");

    private MainContent() {}

    static Selection of(Document page) {
        Removal.of(ConsentBanner.on(page));
        Element marked = marked(page);
        if (marked == null) {
            Removal.of(page.body().select("header, footer, aside, nav"));
        }
        Element part = innermost(marked == null ? page.body() : marked);
        Element title = page.selectFirst("h1");
        boolean apart = title != null
                && title.hasText()
                && !title.equals(part)
                && !title.parents().contains(part);
        boolean holds = title != null && part.parents().contains(title);
        List<Element> roots = new ArrayList<>();
        if (apart && !holds) {
            roots.add(title);
        }
        roots.add(part);
        return new Selection.Found(roots, null);
    }

    private static @Nullable Element marked(Document page) {
        for (String candidate : List.of("main", "[role=main]", "article")) {
            Elements found = page.select(candidate);
            // Several articles are teasers.
            if (found.size() == 1 && found.getFirst().hasText()) {
                return found.getFirst();
            }
        }
        return null;
    }

    private static Element innermost(Element root) {
        IdentityHashMap<Node, Integer> prose = new IdentityHashMap<>();
        root.traverse(new Weight(prose));
        int all = prose.getOrDefault(root, 0);
        Element part = root;
        for (Element next = part; next != null; next = heaviest(part, prose, all)) {
            part = next;
        }
        return part;
    }

    /** The child that holds nearly all; none where the prose is shared out, or where it is a paragraph or a list itself. */
    private static @Nullable Element heaviest(Element part, IdentityHashMap<Node, Integer> prose, int all) {
        for (Element child : part.children()) {
            boolean holdsBlocks = HOLDING_BLOCKS.contains(child.normalName());
            if (all > 0
                    && holdsBlocks
                    && prose.getOrDefault(child, 0) >= NEARLY_ALL * all
                    && child.childrenSize() > 0) {
                return hasClauseBeside(part, child) ? null : child;
            }
        }
        return null;
    }

    /** Whether a paragraph beside a part says something, however short: it would be lost. */
    private static boolean hasClauseBeside(Element around, Element part) {
        for (Element child : around.children()) {
            if (child.nameIs("p")
                    && !child.equals(part)
                    && !child.hasAttr("hidden")
                    && SENTENCE_ENDS.indexOf(lastCharacter(child)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static char lastCharacter(Element paragraph) {
        String words = PartSize.within(paragraph, A_FEW, MANY)
                ? paragraph.text().strip()
                : paragraph.ownText().strip();
        return words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
    }

    /** Adds up the words of sentences, from the leaves to the root. */
    private record Weight(IdentityHashMap<Node, Integer> words) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            // Children come first.
        }

        @Override
        public void tail(Node node, int depth) {
            int own = node instanceof TextNode text ? Prose.words(text) : words.getOrDefault(node, 0);
            boolean counts = !(node instanceof Element element) || !NO_PROSE.contains(element.normalName());
            Node parent = node.parent();
            if (own > 0 && counts && parent != null) {
                words.merge(parent, own, Integer::sum);
            }
        }
    }
}
