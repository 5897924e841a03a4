package dev.clausewatch.crawler.gate;

import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.crawler.extract.Page;
import dev.clausewatch.crawler.extract.ShellPage;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * Facade of this package: decides whether a capture is the declared document, or a wall or error page in its place. A text above a minimum
 * length counts as the document, whatever it says, unless a redirect led to another place.
 */
public final class CaptureGate {

    /** A text with as many letters and digits, 250 words, is no wall. Not words: some scripts write none. */
    static final int DOCUMENT = 1500;

    /** A list of links may be the document, such as one of subprocessors; one with fewer letters is a menu. */
    private static final int INDEX = 500;

    /** A page whose scripts ran and that has as many letters, ten words, is no shell, though it may still be built like one. */
    private static final int SENTENCE = 60;

    private CaptureGate() {}

    /**
     * Judges one page of a capture.
     *
     * @param page as it came
     * @param text what was read from it; empty when nothing was
     * @param address where it came from
     * @param rendered whether a browser ran its scripts: then what little it says is all
     */
    public static Optional<Refusal> judge(Page page, String text, Address address, boolean rendered) {
        Optional<Refusal> elsewhere = Redirection.judge(address, text);
        if (elsewhere.isPresent() || LetterCount.count(text, DOCUMENT) == DOCUMENT) {
            return elsewhere;
        }
        Optional<Document> tree = Extractor.isHtml(page) ? Extractor.tree(page) : Optional.empty();
        PageFeatures appearance = PageFeatures.of(tree.orElse(null), text);
        return wall(appearance)
                .or(() -> file(page, address))
                .or(() -> shell(page, text, rendered))
                .or(() -> hollow(appearance));
    }

    /** Judges a text of which the page is not there, such as one of an archive. */
    static Optional<Refusal> judge(String text) {
        PageFeatures appearance = PageFeatures.of(null, text);
        return appearance.letters() == DOCUMENT
                ? Optional.empty()
                : wall(appearance).or(() -> hollow(appearance));
    }

    private static Optional<Refusal> wall(PageFeatures appearance) {
        return WallRules.ALL.stream()
                .flatMap(rule -> rule.judge(appearance).stream())
                .findFirst();
    }

    /** The address of a file gives a web page: most often the site's way of saying that the file is gone. */
    private static Optional<Refusal> file(Page page, Address address) {
        String name = PagePath.of(address.declared()).lastSegment();
        boolean file = name.endsWith(".pdf") || name.endsWith(".txt") || name.endsWith(".md");
        return file && Extractor.isHtml(page)
                ? Optional.of(Obstacle.ERROR.seen("web-page-for-file", "a short web page for the file " + name))
                : Optional.empty();
    }

    private static Optional<Refusal> shell(Page page, String text, boolean rendered) {
        boolean done = rendered && LetterCount.count(text, SENTENCE) == SENTENCE;
        return !done && ShellPage.is(page, text)
                ? Optional.of(Obstacle.SHELL.seen("script-shell", "scripts, and next to no text without them"))
                : Optional.empty();
    }

    /** What holds no sentence is no document; a text that was not found at all has a reason of its own. */
    private static Optional<Refusal> hollow(PageFeatures appearance) {
        return appearance.hollow() && appearance.letters() < INDEX
                ? Optional.of(Obstacle.HOLLOW.seen("no-sentence", "headings and links, and nothing else"))
                : Optional.empty();
    }
}
