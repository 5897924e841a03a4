package dev.clausewatch.crawler.gate;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of a page outside its frame, by lines, for a page from which nothing was read. */
final class VisibleText {

    /** A page that says more is not a wall: what it lacks is what the declaration selects. */
    private static final int MOST = 3000;

    /** Below this many letters a page may say what it wants only where scripts do not run. */
    private static final int NEXT_TO_NOTHING = 100;

    private static final Set<String> FRAME =
            Set.of("head", "nav", "header", "footer", "aside", "script", "style", "template", "noscript");

    private VisibleText() {}

    /** No lines when there are more letters than a wall has. */
    static List<String> of(Document page) {
        String text = text(page.body(), FRAME);
        if (LetterCount.count(text, NEXT_TO_NOTHING) < NEXT_TO_NOTHING) {
            StringBuilder more = new StringBuilder(text);
            page.select("noscript").forEach(part -> more.append('\n').append(text(part, Set.of("style"))));
            text = more.toString();
        }
        return LetterCount.count(text, MOST) >= MOST
                ? List.of()
                : text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String text(Element part, Set<String> without) {
        StringBuilder text = new StringBuilder();
        part.filter((Node node, int depth) -> {
            if (node instanceof Element element) {
                if (without.contains(element.normalName())) {
                    return NodeFilter.FilterResult.SKIP_ENTIRELY;
                }
                text.append(element.isBlock() || element.normalName().equals("br") ? '\n' : ' ');
            }
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replace('\n', ' '));
            }
            // Letters are counted in the end; spaces must not make it large before.
            return text.length() < 10 * MOST ? NodeFilter.FilterResult.CONTINUE : NodeFilter.FilterResult.STOP;
        });
        return text.toString();
    }
}
