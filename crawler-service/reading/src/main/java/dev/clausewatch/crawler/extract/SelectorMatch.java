package dev.clausewatch.crawler.extract;

import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What one selector of a source finds on a page, for the author of the declaration. Selectors are followed in the order in which the
 * extractor follows them: first what is removed, each from what the ones before left.
 *
 * @param removal whether it is an entry of {@code remove}, else of {@code select}
 * @param selector the entry
 * @param elements how many it matches; 1 for a range that is there
 * @param words what it matches has, each once
 * @param missing why a range is not there; absent otherwise
 */
public record SelectorMatch(
        boolean removal,
        Selector selector,
        int elements,
        int words,
        @Nullable String missing) {

    private static final Pattern SPACE = Pattern.compile("\\s++");

    /** One for each entry; none for a page that is not HTML, or of more elements than are read. */
    public static List<SelectorMatch> of(Page page, Source source) {
        Optional<Document> tree =
                Extractor.isHtml(page) ? Extractor.markup(page).tree() : Optional.empty();
        List<SelectorMatch> matches = new ArrayList<>();
        tree.ifPresent(document -> {
            source.remove().forEach(selector -> matches.add(of(document, selector, true)));
            source.select().forEach(selector -> matches.add(of(document, selector, false)));
        });
        return matches;
    }

    private static SelectorMatch of(Document page, Selector selector, boolean removal) {
        try {
            return selector.css() == null
                    ? range(page, selector, removal)
                    : elements(page, selector, selector.css(), removal);
        } catch (ExtractionAbortedException e) {
            return new SelectorMatch(removal, selector, 0, 0, e.detail());
        }
    }

    private static SelectorMatch elements(Document page, Selector selector, String css, boolean removal) {
        Elements found = SelectorMatcher.all(page, css);
        SelectorMatch match = new SelectorMatch(removal, selector, found.size(), wordsInside(page, found), null);
        if (removal) {
            Removal.of(found);
        }
        return match;
    }

    private static SelectorMatch range(Document page, Selector selector, boolean removal) {
        return switch (NodeRange.of(page, selector)) {
            case NodeRange.NoMatch none -> new SelectorMatch(removal, selector, 0, 0, none.detail());
            case NodeRange.Nodes nodes -> {
                int words =
                        nodes.leaves().stream().mapToInt(SelectorMatch::words).sum();
                if (removal) {
                    Removal.of(nodes.leaves());
                }
                yield new SelectorMatch(removal, selector, 1, words, null);
            }
        };
    }

    /** In one pass, however the elements lie inside each other. */
    private static int wordsInside(Document page, Collection<? extends Node> elements) {
        Set<Node> roots = Selection.identitySet();
        roots.addAll(elements);
        int[] words = {0};
        page.traverse(new Selection.Inside(roots) {
            @Override
            void enter(Element root) {
                // Leaves only.
            }

            @Override
            void leaf(Node node) {
                words[0] += words(node);
            }
        });
        return words[0];
    }

    private static int words(Node leaf) {
        String text = leaf instanceof TextNode node ? node.text().strip() : "";
        return text.isEmpty() ? 0 : SPACE.split(text, -1).length;
    }
}
