package dev.clausewatch.classifier.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of words within one sentence: {@code may not .. use|access the? output*}. A star ends a stem, a bar separates
 * alternatives, a question mark makes a word optional, {@code ..} stands for up to four words and {@code ..9} for up to nine, and
 * {@code <name>} is a set of words from the vocabulary. Matching needs at most (words × elements × gap) steps, whatever the text.
 */
final class Phrase {

    private static final Pattern SPACES = Pattern.compile("\\s++");
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern GAP = Pattern.compile("\\.\\.(\\d*)");
    private static final Pattern SET = Pattern.compile("<([a-z-]+)>");
    private static final int DEFAULT_GAP = 4;
    private static final int MAX_GAP = 30;

    /** One word of the pattern and how many words may stand before it. */
    private record Element(List<String> exact, List<String> stems, boolean optional, int gap) {

        boolean fits(String word) {
            if (exact.contains(word)) {
                return true;
            }
            for (String stem : stems) {
                if (word.startsWith(stem)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Words from the first to behind the last, as indexes into the list of words. */
    record Hit(int from, int to) {}

    private final String source;
    private final List<Element> elements;

    private Phrase(String source, List<Element> elements) {
        this.source = source;
        this.elements = elements;
    }

    /**
     * Reads a pattern.
     *
     * @param sets the word sets it may name
     * @throws IllegalArgumentException if it cannot be read; the message quotes it
     */
    static Phrase parse(String source, Map<String, String> sets) {
        List<Element> elements = new ArrayList<>();
        int gap = 0;
        for (String part : SPACES.split(expand(source, sets).trim(), -1)) {
            Matcher gapMatcher = GAP.matcher(part);
            if (gapMatcher.matches()) {
                gap = gap(source, gapMatcher.group(1));
                continue;
            }
            elements.add(element(source, part, gap));
            gap = 0;
        }
        if (elements.isEmpty() || elements.get(0).optional() || elements.get(0).gap() > 0) {
            throw new IllegalArgumentException("A phrase must begin with a word: " + source);
        }
        return new Phrase(source, List.copyOf(elements));
    }

    private static int gap(String source, String words) {
        if (words.isEmpty()) {
            return DEFAULT_GAP;
        }
        if (words.length() > 2 || Integer.parseInt(words) > MAX_GAP) {
            throw new IllegalArgumentException("A gap has at most " + MAX_GAP + " words: " + source);
        }
        return Integer.parseInt(words);
    }

    private static Element element(String source, String part, int gap) {
        boolean optional = part.endsWith("?");
        List<String> exact = new ArrayList<>();
        List<String> stems = new ArrayList<>();
        for (String word : BAR.split(optional ? part.substring(0, part.length() - 1) : part, -1)) {
            String plain = word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
            if (plain.isEmpty() || !plain.codePoints().allMatch(Phrase::isWordCharacter)) {
                throw new IllegalArgumentException("A phrase is made of lower-case words: " + source);
            }
            (word.endsWith("*") ? stems : exact).add(plain);
        }
        return new Element(List.copyOf(exact), List.copyOf(stems), optional, gap);
    }

    private static boolean isWordCharacter(int point) {
        return (Character.isLetterOrDigit(point) && !Character.isUpperCase(point)) || point == '\'';
    }

    private static String expand(String source, Map<String, String> sets) {
        return SET.matcher(source).replaceAll(match -> {
            String set = sets.get(match.group(1));
            if (set == null) {
                throw new IllegalArgumentException("No word set <" + match.group(1) + "> for: " + source);
            }
            return Matcher.quoteReplacement(set);
        });
    }

    /** The first words it can begin with, whole. */
    List<String> firstWords() {
        return elements.get(0).exact();
    }

    /** The stems it can begin with. */
    List<String> firstStems() {
        return elements.get(0).stems();
    }

    /** The shortest hit that begins with this word. */
    Optional<Hit> at(List<Words.Word> words, int from) {
        if (!elements.get(0).fits(words.get(from).text())) {
            return Optional.empty();
        }
        // The places behind which the next element may begin, counted from the first word; each element moves the set
        // once.
        BitSet reached = new BitSet();
        reached.set(1);
        for (int i = 1; i < elements.size() && !reached.isEmpty(); i++) {
            reached = advance(elements.get(i), words, from, reached);
        }
        return reached.isEmpty() ? Optional.empty() : Optional.of(new Hit(from, from + reached.nextSetBit(0)));
    }

    private static BitSet advance(Element element, List<Words.Word> words, int from, BitSet reached) {
        int sentence = words.get(from).sentence();
        BitSet next = new BitSet();
        if (element.optional()) {
            next.or(reached);
        }
        for (int place = reached.nextSetBit(0); place >= 0; place = reached.nextSetBit(place + 1)) {
            for (int i = place; i <= place + element.gap() && from + i < words.size(); i++) {
                Words.Word word = words.get(from + i);
                if (word.sentence() != sentence) {
                    break;
                }
                if (element.fits(word.text())) {
                    next.set(i + 1);
                }
            }
        }
        return next;
    }

    @Override
    public String toString() {
        return source;
    }
}
