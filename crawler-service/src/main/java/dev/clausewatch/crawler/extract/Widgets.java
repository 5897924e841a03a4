package dev.clausewatch.crawler.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Parts of a document that only serve its readers: buttons to share it, and tables of its contents. */
final class Widgets {

    private static final String NAMED =
            "[class*=share], [id*=share], [class*=sharing], [class*=social], [id*=social], [class*=addtoany],"
                    + " [class*=addthis], [role=doc-toc], [class*=toc], [id*=toc], [class*=contents], [id*=contents], [class*=on-this-page]";

    private static final Set<String> SHARING =
            Set.of("share", "sharing", "sharethis", "social", "socials", "addtoany", "addthis");
    private static final Set<String> CONTENTS = Set.of("toc", "contents", "tableofcontents");

    /** Names of networks, and a word such as "Share". */
    private static final int SHARE_WORDS = 30;

    /** With fewer links it may be a sentence that points to another section. */
    private static final int LEAST_ENTRIES = 3;

    /** Looked at in one page; each is looked through once. */
    private static final int MOST = 200;

    private Widgets() {}

    /** The widgets inside an element. */
    static List<Element> in(Element root) {
        return root.selectStream(NAMED)
                .filter(element -> !element.equals(root))
                .limit(MOST)
                .filter(element -> isShareBar(element) || isContents(element))
                .toList();
    }

    private static boolean isShareBar(Element element) {
        if (!isNamed(element, SHARING) || element.selectFirst("h1, h2, p, main, article, table") != null) {
            return false;
        }
        String words = element.text();
        String outside = words;
        List<Element> links = element.select("a, button, [role=button]");
        for (Element link : links) {
            outside = outside.replace(link.text(), "");
        }
        return !links.isEmpty() && count(words) <= SHARE_WORDS && count(outside) <= 4;
    }

    /** Nothing but links to places on the same page, and a heading at most. */
    private static boolean isContents(Element element) {
        boolean named = isNamed(element, CONTENTS)
                || element.attr("role").equals("doc-toc")
                || element.className().toLowerCase(Locale.ROOT).contains("on-this-page");
        if (!named || element.selectFirst("h1, main, article, section > p") != null) {
            return false;
        }
        List<Element> links = element.select("a[href]");
        boolean here = links.size() >= LEAST_ENTRIES && links.stream().allMatch(Widgets::leadsToThisPage);
        return here
                && links.stream().mapToInt(link -> link.text().length()).sum()
                        >= 0.8 * element.text().length();
    }

    private static boolean leadsToThisPage(Element link) {
        String target = link.attr("href");
        return target.startsWith("#")
                || (link.baseUri().length() > 1 && target.startsWith(withoutFragment(link.baseUri()) + "#"));
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    /** By a whole part of a name: "social-links", not "socialist". */
    private static boolean isNamed(Element element, Set<String> names) {
        String name = element.className() + " " + element.id();
        return Arrays.stream(name.replaceAll("([a-z])([A-Z])", "$1-$2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z]+", -1))
                .anyMatch(names::contains);
    }

    private static int count(String text) {
        String words = text.strip();
        return words.isEmpty() ? 0 : words.split("\\s+", -1).length;
    }
}
