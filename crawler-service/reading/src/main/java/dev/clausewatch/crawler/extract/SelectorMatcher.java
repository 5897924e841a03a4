package dev.clausewatch.crawler.extract;

import dev.clausewatch.crawler.FailureReason;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;

/**
 * What the selectors of a declaration match on a page. A selector may look at all siblings of each element, so between two elements the
 * reading ends when its thread is interrupted; {@code :has} looks at a whole page for one element, so large pages are not read with it.
 */
final class SelectorMatcher {

    /** Most pages of terms have less than a tenth. With as many, the slowest {@code :has} takes some seconds for one element. */
    private static final int MOST_ELEMENTS_FOR_HAS = 20_000;

    private SelectorMatcher() {}

    /** All elements, in the order of the page. */
    static Elements all(Document page, String css) {
        return matches(page, css).collect(Collectors.toCollection(Elements::new));
    }

    static Optional<Element> first(Document page, String css) {
        return matches(page, css).findFirst();
    }

    private static Stream<Element> matches(Document page, String css) {
        Evaluator selector = parse(css);
        if (CssSelector.looksInside(selector)
                && page.stream().skip(MOST_ELEMENTS_FOR_HAS).findAny().isPresent()) {
            throw new ExtractionAbortedException(
                    FailureReason.TOO_MANY_ELEMENTS,
                    "The page has more than %d HTML elements, too many for the selector \"%s\"; select without :has."
                            .formatted(MOST_ELEMENTS_FOR_HAS, css));
        }
        var matches = selector.asPredicate(page);
        return page.stream().filter(element -> {
            endWhenInterrupted();
            return matches.test(element);
        });
    }

    /** One that was declared before it was refused must not look like a fault of the page. */
    private static Evaluator parse(String css) {
        try {
            return CssSelector.parse(css);
        } catch (IllegalArgumentException e) {
            throw new ExtractionAbortedException(
                    FailureReason.SELECT_NO_MATCH,
                    "\"%s\" is not a CSS selector that can be followed: %s. Correct the declaration."
                            .formatted(css, e.getMessage()));
        }
    }

    private static void endWhenInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ExtractionAbortedException(
                    FailureReason.EXTRACTION_TIMEOUT,
                    "The reading of the page was broken off; declare simpler selectors.");
        }
    }
}
