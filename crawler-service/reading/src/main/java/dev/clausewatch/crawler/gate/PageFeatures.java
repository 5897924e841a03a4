package dev.clausewatch.crawler.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Features of a short page that wall rules match: its visible text and its elements. All texts are in lower case with plain spaces and
 * apostrophes.
 *
 * @param tree as it was parsed; absent when the page is no HTML
 * @param letters of the text that was read
 * @param titles the parts of its title and of its main headings, without marks at their ends
 * @param sentences what its text, or its body where nothing was read, says
 * @param hollow whether its text is headings and links and nothing else
 */
record PageFeatures(@Nullable Document tree, int letters, List<String> titles, List<String> sentences, boolean hollow) {

    /** Sentences that are looked at: a wall says what it is at its beginning. */
    private static final int SENTENCES = 60;

    /** Characters of the longest titles; what is longer is cut. */
    private static final int TITLE = 100;

    /** Characters of a sentence that are looked at: the rest of a longer one is of no use, and patterns should stay quick. */
    private static final int SENTENCE = 300;

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern TITLE_PARTS = Pattern.compile(" [|·•—–-] |: ?|\\|");
    private static final Pattern SENTENCE_ENDS = Pattern.compile("(?<=[.!?…。！？]) ");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*+)]\\([^()\\s]*+\\)");
    private static final Pattern LINK_ONLY =
            Pattern.compile("\\A\\s*+(?:[-*] ++|\\d++[.)] ++)?\\[[^\\[\\]]*+]\\([^()\\s]*+\\)\\s*+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]++|(?<=[\\p{L}\\p{N}])[^\\p{L}\\p{N}]++$");

    PageFeatures {
        titles = List.copyOf(titles);
        sentences = List.copyOf(sentences);
    }

    static PageFeatures of(@Nullable Document tree, String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> spoken = lines.isEmpty() && tree != null ? VisibleText.of(tree) : lines;
        return new PageFeatures(
                tree,
                LetterCount.count(text, CaptureGate.DOCUMENT),
                titles(tree, spoken),
                spoken.stream()
                        .flatMap(PageFeatures::sentences)
                        .limit(SENTENCES)
                        .toList(),
                !lines.isEmpty()
                        && lines.stream()
                                .allMatch(line -> isHeading(line)
                                        || LINK_ONLY.matcher(line).matches()));
    }

    /** Whether the page has an element that a CSS selector matches; an empty selector matches nothing. */
    boolean has(String css) {
        return tree != null && !css.isEmpty() && tree.selectFirst(css) != null;
    }

    private static List<String> titles(@Nullable Document tree, List<String> lines) {
        List<String> found = new ArrayList<>();
        if (tree != null) {
            found.add(tree.title());
            tree.select("h1").stream().limit(2).map(Element::text).forEach(found::add);
        }
        lines.stream()
                .limit(1)
                .filter(line -> isHeading(line) || line.length() <= TITLE)
                .forEach(found::add);
        return found.stream()
                .map(PageFeatures::plain)
                .flatMap(title -> Arrays.stream(TITLE_PARTS.split(title)))
                .map(PageFeatures::withoutEdges)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean isHeading(String line) {
        return line.startsWith("#");
    }

    private static Stream<String> sentences(String line) {
        return Arrays.stream(SENTENCE_ENDS.split(LINK.matcher(plain(line)).replaceAll("$1")))
                .map(PageFeatures::withoutEdges)
                .filter(sentence -> !sentence.isEmpty());
    }

    private static String plain(String line) {
        String text = cut(line, SENTENCE * SENTENCES);
        return SPACE.matcher(text.toLowerCase(Locale.ROOT).replace('\u2019', '\''))
                .replaceAll(" ")
                .strip();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static String withoutEdges(String text) {
        return EDGES.matcher(cut(text, SENTENCE)).replaceAll("");
    }
}
