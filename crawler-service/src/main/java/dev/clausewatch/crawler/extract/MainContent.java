package dev.clausewatch.crawler.extract;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Where the document is when nobody says: what the page itself marks as its main part, else the page without its frame. */
final class MainContent {

    private MainContent() {}

    static Selection of(Document page) {
        for (String candidate : List.of("main", "[role=main]", "article")) {
            Elements found = page.select(candidate);
            // Several articles are teasers.
            if (found.size() == 1 && found.getFirst().hasText()) {
                return new Selection.Found(List.of(found.getFirst()), null);
            }
        }
        Element body = page.body();
        Removal.of(body.select("header, footer, aside, nav"));
        return new Selection.Found(List.of(body), null);
    }
}
