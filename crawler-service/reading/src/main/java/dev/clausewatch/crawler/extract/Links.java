package dev.clausewatch.crawler.extract;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Where a link leads, absolute; nowhere for places on the page itself and for scripts. */
final class Links {

    /** A longer target is dropped and its words stay: it says nothing to a reader, and it stands in every block of its link. */
    private static final int LONGEST = 2048;

    private static final Pattern FOLLOWED = Pattern.compile("(?:https?|mailto|tel):.*", Pattern.DOTALL);
    private static final Pattern ABSOLUTE = Pattern.compile("\\A[a-z][a-z0-9+.-]*+:.*", Pattern.DOTALL);

    private Links() {}

    static String target(Element link) {
        String declared = link.attr("href").strip();
        if (declared.isEmpty() || declared.startsWith("#") || declared.length() > LONGEST) {
            return "";
        }
        String encoded = encode(absolute(link, declared));
        boolean followed = FOLLOWED.matcher(encoded.toLowerCase(Locale.ROOT)).matches();
        return followed && encoded.length() <= LONGEST ? encoded : "";
    }

    private static String absolute(Element link, String declared) {
        String scheme = declared.toLowerCase(Locale.ROOT);
        boolean asItIs = scheme.startsWith("mailto:")
                || scheme.startsWith("tel:")
                || (link.baseUri().length() > LONGEST
                        && ABSOLUTE.matcher(scheme).matches());
        if (asItIs) {
            return declared;
        }
        return link.baseUri().length() > LONGEST ? "" : link.absUrl("href");
    }

    private static String encode(String target) {
        return target.replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\"", "%22")
                .replace("\r", "")
                .replace("\n", "")
                .replace("\t", "");
    }
}
