package dev.clausewatch.crawler.extract;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** Where a link leads, absolute; nowhere for places on the page itself and for scripts. */
final class Links {

    private Links() {}

    static String target(Element link) {
        String declared = link.attr("href").strip();
        String scheme = declared.toLowerCase(Locale.ROOT);
        if (declared.isEmpty()
                || declared.startsWith("#")
                || scheme.startsWith("javascript:")
                || scheme.startsWith("data:")) {
            return "";
        }
        String absolute = scheme.startsWith("mailto:") || scheme.startsWith("tel:") ? declared : link.absUrl("href");
        return absolute.replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("\n", "")
                .replace("\t", "");
    }
}
