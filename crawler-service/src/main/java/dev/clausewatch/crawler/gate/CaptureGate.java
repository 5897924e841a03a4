package dev.clausewatch.crawler.gate;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.extract.Page;
import dev.clausewatch.crawler.extract.ShellPage;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The facade of this package: whether a capture is the document that was declared. A text of some length always is, whatever it talks
 * about; only a redirect to somewhere else speaks against it.
 */
public final class CaptureGate {

    /** What was read has as many words: that is no wall. The shortest real documents of which this is not true are looked at closer. */
    private static final int DOCUMENT_WORDS = 250;

    /** A page that shows more words outside its frame is no wall, even where only little of it is selected. */
    private static final int WALL_WORDS = 400;

    private static final Pattern LINK_ONLY =
            Pattern.compile("\\s*+(?:[-*] +|\\d+[.)] +)?\\[[^\\[\\]]*+]\\([^()\\s]*+\\)\\s*+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private CaptureGate() {}

    /**
     * Judges one page of a capture.
     *
     * @param page as it came
     * @param text what was read from it; empty when nothing was
     * @param address where it came from
     */
    public static Optional<Refusal> judge(Page page, String text, Address address) {
        return RedirectCheck.judge(address).or(() -> judge(page, text));
    }

    private static Optional<Refusal> judge(Page page, String text) {
        if (words(text) >= DOCUMENT_WORDS) {
            return Optional.empty();
        }
        PageFacts facts = PageFacts.of(page, text);
        return facts.count() > WALL_WORDS
                ? Optional.empty()
                : wall(facts).or(() -> shell(page, text)).or(() -> noSentence(text));
    }

    /** What holds no sentence is no document; a text that was not found at all has a reason of its own. */
    private static Optional<Refusal> noSentence(String text) {
        boolean sentences = text.lines()
                .anyMatch(line -> !line.isBlank()
                        && !line.startsWith("#")
                        && !LINK_ONLY.matcher(line).matches());
        return text.isBlank() || sentences
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                FailureReason.EMPTY_TEXT,
                                "What is selected holds headings and links and nothing else. Look whether the page was rebuilt and correct the declaration."));
    }

    /** Judges a text of which the page is not there, such as one of an archive. */
    static Optional<Refusal> judge(String text) {
        return words(text) >= DOCUMENT_WORDS
                ? Optional.empty()
                : wall(PageFacts.of(text)).or(() -> noSentence(text));
    }

    private static Optional<Refusal> wall(PageFacts facts) {
        return Wall.ALL.stream()
                .flatMap(wall -> wall.seenOn(facts).stream()
                        .map(seen -> new Refusal(
                                wall.reason(),
                                "The page is %s, not the document: it has %s and only %d words. %s"
                                        .formatted(wall.what(), seen, facts.count(), wall.advice()))))
                .findFirst();
    }

    private static Optional<Refusal> shell(Page page, String text) {
        return ShellPage.is(page, text)
                ? Optional.of(
                        new Refusal(
                                FailureReason.EMPTY_SHELL,
                                "The page is an empty shell that scripts have not filled. Declare another address, or do not declare executeClientScripts false."))
                : Optional.empty();
    }

    private static int words(String text) {
        String words = text.strip();
        return words.isEmpty() ? 0 : SPACES.split(words).length;
    }
}
