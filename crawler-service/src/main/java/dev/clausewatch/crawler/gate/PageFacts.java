package dev.clausewatch.crawler.gate;

import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.crawler.extract.Page;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * What the gate looks at: the words of a page outside its frame, and its structure.
 *
 * @param title of the page, in lower case
 * @param headline its first heading, in lower case
 * @param words what a reader sees outside menus and footers, in lower case, spaces single, no more than {@link #MOST_CHARACTERS}
 * @param count how many words that are
 * @param tree the page; absent for a text
 */
record PageFacts(
        String title,
        String headline,
        String words,
        int count,
        @Nullable Document tree) {

    /** A page with more outside its frame is no wall. */
    private static final int MOST_CHARACTERS = 8_000;

    /** The menu around a wall is that of every page of the site. */
    private static final Set<String> FRAME =
            Set.of("head", "nav", "header", "footer", "script", "style", "template", "svg", "select", "option");

    static PageFacts of(Page page, String text) {
        Optional<Document> tree = Extractor.isHtml(page) ? Extractor.tree(page) : Optional.empty();
        return tree.map(PageFacts::of).orElseGet(() -> of(text));
    }

    private static PageFacts of(Document page) {
        Element headline = page.selectFirst("h1, h2, [role=heading]");
        String words = lower(seen(page));
        return new PageFacts(
                lower(page.title()), headline == null ? "" : lower(headline.text()), words, count(words), page);
    }

    /** A page that is nothing but text. */
    static PageFacts of(String text) {
        String plain = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        String first = plain.lines().findFirst().orElse("");
        String words = lower(plain);
        return new PageFacts("", lower(first.replaceFirst("^#+ ", "")), words, count(words), null);
    }

    boolean has(String selector) {
        return tree != null && tree.selectFirst(selector) != null;
    }

    /** The first element that a selector matches, as its tag with what names it. */
    String first(String selector) {
        Element element = tree == null ? null : tree.selectFirst(selector);
        if (element == null) {
            return "";
        }
        String name = element.id().isEmpty() ? element.attr("type") : "#" + element.id();
        return "<" + element.normalName() + (name.isEmpty() ? "" : " " + name) + ">";
    }

    private static String seen(Document page) {
        StringBuilder words = new StringBuilder();
        page.body().filter((Node node, int depth) -> {
            if (node instanceof Element element && FRAME.contains(element.normalName())) {
                return NodeFilter.FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof TextNode text && !text.isBlank()) {
                words.append(text.text()).append(' ');
            }
            return words.length() < MOST_CHARACTERS ? NodeFilter.FilterResult.CONTINUE : NodeFilter.FilterResult.STOP;
        });
        return words.toString();
    }

    private static int count(String words) {
        return words.isEmpty()
                ? 0
                : 1 + (int) words.chars().filter(c -> c == ' ').count();
    }

    private static String lower(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ")
                .replace('\u2019', '\'')
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
