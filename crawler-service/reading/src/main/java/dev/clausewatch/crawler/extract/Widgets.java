package dev.clausewatch.crawler.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Parts of a document that only serve its readers: buttons to share it, and tables of its contents. */
final class Widgets {

    private static final Evaluator NAMED = QueryParser.parse(
            "[class*=share], [id*=share], [class*=sharing], [class*=social], [id*=social], [class*=addtoany],"
                    + " [class*=addthis], [role=doc-toc], [class*=toc], [id*=toc], [class*=contents], [id*=contents], [class*=on-this-page]");

    private static final Evaluator HEADING_OF_NAVIGATION = QueryParser.parse("h2[id], h3[id], h4[id]");

    private static final Set<String> SHARING =
            Set.of("share", "sharing", "sharethis", "social", "socials", "addtoany", "addthis");
    private static final Set<String> CONTENTS = Set.of("toc", "contents", "tableofcontents");

    private static final Pattern HUMPS = Pattern.compile("([a-z])([A-Z])");
    private static final Pattern PARTS = Pattern.compile("[^a-z]++");

    /** Looked at in one page; each is looked through once. */
    private static final int MOST = 200;

    private Widgets() {}

    /** The widgets inside an element. */
    static List<Element> in(Element root) {
        List<Element> found = root.selectStream(NAMED)
                .filter(element -> !element.equals(root))
                .limit(MOST)
                .filter(Widgets::isWidget)
                .collect(Collectors.toCollection(ArrayList::new));
        root.selectStream(HEADING_OF_NAVIGATION)
                .filter(Widgets::isContentsHeading)
                .forEach(found::add);
        return found;
    }

    private static boolean isWidget(Element element) {
        boolean share = isNamed(element, SHARING);
        boolean contents = isNamed(element, CONTENTS)
                || element.attr("role").equals("doc-toc")
                || element.className().toLowerCase(Locale.ROOT).contains("on-this-page");
        if (!share && !contents) {
            return false;
        }
        LinkDensity count = LinkDensity.in(element);
        return (share && count.isShareBar()) || (contents && count.isContents());
    }

    /** Navigation is no text, and its heading says nothing without it. */
    private static boolean isContentsHeading(Element heading) {
        Element navigation = heading.nextElementSibling();
        return navigation != null
                && navigation.normalName().equals("nav")
                && !heading.id().isEmpty()
                && navigation.attr("aria-labelledby").equals(heading.id());
    }

    /** By a whole part of a name: "social-links", not "socialist". */
    private static boolean isNamed(Element element, Set<String> names) {
        String name = element.className() + " " + element.id();
        return PARTS.splitAsStream(HUMPS.matcher(name).replaceAll("$1-$2").toLowerCase(Locale.ROOT))
                .anyMatch(names::contains);
    }
}
