package dev.clausewatch.crawler.extract;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The cookie notices that lie over a page: named so, with a button to agree, and without the page's own heading. */
final class ConsentBanner {

    private static final String NAMED =
            "[id*=cookie], [class*=cookie], [id*=consent], [class*=consent], [id*=gdpr], [class*=gdpr],"
                    + " [id*=privacy-center], [aria-label*=cookie], [role=dialog], [role=alertdialog], dialog";

    private static final Pattern AGREE = Pattern.compile(
            "(accept|allow|agree|reject|decline|deny|got it|ok|okay|akzeptieren|ablehnen|zustimmen|accepter|refuser|aceptar|rechazar|accetta|rifiuta|aceitar)\\b.*");

    /** A cookie policy is long, and its page may be named after it. */
    private static final int MOST_CHARACTERS = 20_000;

    private static final int MOST_NODES = 5_000;

    /** A button says a few words, with white space around and an icon. */
    private static final int BUTTON_CHARACTERS = 200;

    private static final int BUTTON_NODES = 40;

    /** Looked at in one page. */
    private static final int MOST = 100;

    private ConsentBanner() {}

    static List<Element> on(Document page) {
        return page.body()
                .selectStream(NAMED)
                .limit(MOST)
                .filter(ConsentBanner::isBanner)
                .toList();
    }

    private static boolean isBanner(Element element) {
        return !element.normalName().equals("body")
                && PartSize.within(element, MOST_NODES, MOST_CHARACTERS)
                && element.selectFirst("h1, main, article") == null
                && element.selectStream("button, [role=button], input[type=submit], input[type=button], a")
                        .limit(MOST)
                        .anyMatch(ConsentBanner::agrees);
    }

    private static boolean agrees(Element button) {
        if (!PartSize.within(button, BUTTON_NODES, BUTTON_CHARACTERS)) {
            return false;
        }
        String words = button.normalName().equals("input") ? button.val() : button.text();
        return AGREE.matcher(words.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
