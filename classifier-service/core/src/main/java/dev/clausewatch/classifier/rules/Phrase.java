package dev.clausewatch.classifier.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of words within one sentence: {@code may not .. use|access the? output*}. A star ends a stem, a bar separates
 * alternatives, a question mark makes a word optional, {@code ..} stands for up to four words and {@code ..9} for up to nine, and
 * {@code <name>} is a set of words from the vocabulary. From each word it is matched in at most (elements × words they may span × gap)
 * steps, whatever the text, and not at all in a text that lacks one of its words.
 */
final class Phrase {

    private static final Pattern SPACES = Pattern.compile("\\s++");
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern GAP = Pattern.compile("\\.\\.(\\d*)");
    private static final Pattern SET = Pattern.compile("<([a-z-]+)>");
    private static final int DEFAULT_GAP = 4;
    private static final int MAX_GAP = 30;

    /** The first stem has at least so many letters, since it is looked for everywhere. */
    private static final int SHORTEST_FIRST_STEM = 3;

    /** One word, by the number of its pattern, and how many words may stand before it. */
    private record Element(int pattern, boolean optional, int gap) {}

    /** Words from the first to behind the last, as indexes into the list of words. */
    record Hit(int from, int to) {}

    private final List<Element> elements;

    /** The word patterns that every hit has. */
    private final int[] required;

    private Phrase(List<Element> elements) {
        this.elements = List.copyOf(elements);
        this.required = elements.stream()
                .filter(element -> !element.optional())
                .mapToInt(Element::pattern)
                .toArray();
    }

    /**
     * Reads a pattern.
     *
     * @param sets the word sets it may name
     * @param numbers gives the number of a word pattern
     * @throws IllegalArgumentException if it cannot be read; the message quotes it
     */
    static Phrase parse(String source, Map<String, String> sets, ToIntFunction<WordPattern> numbers) {
        List<Element> elements = new ArrayList<>();
        int gap = 0;
        for (String part : SPACES.split(expand(source, sets).trim(), -1)) {
            Matcher gapMatcher = GAP.matcher(part);
            if (gapMatcher.matches()) {
                gap = gap(source, gapMatcher.group(1));
                continue;
            }
            boolean optional = part.endsWith("?");
            WordPattern word = word(source, optional ? part.substring(0, part.length() - 1) : part);
            if (elements.isEmpty()) {
                checkFirst(source, word, optional || gap > 0);
            }
            elements.add(new Element(numbers.applyAsInt(word), optional, gap));
            gap = 0;
        }
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("A phrase must begin with a word: " + source);
        }
        return new Phrase(elements);
    }

    private static void checkFirst(String source, WordPattern first, boolean mayBeMissing) {
        if (mayBeMissing) {
            throw new IllegalArgumentException("A phrase must begin with a word: " + source);
        }
        if (first.stems().stream().anyMatch(stem -> stem.length() < SHORTEST_FIRST_STEM)) {
            throw new IllegalArgumentException("The first stem needs " + SHORTEST_FIRST_STEM + " letters: " + source);
        }
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

    private static WordPattern word(String source, String part) {
        List<String> exact = new ArrayList<>();
        List<String> stems = new ArrayList<>();
        for (String word : BAR.split(part, -1)) {
            String plain = word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
            if (plain.isEmpty() || !plain.codePoints().allMatch(Phrase::isWordCharacter)) {
                throw new IllegalArgumentException("A phrase is made of lower-case words: " + source);
            }
            (word.endsWith("*") ? stems : exact).add(plain);
        }
        return new WordPattern(exact, stems);
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

    /** The word pattern that it begins with. */
    int first() {
        return elements.get(0).pattern();
    }

    /** Whether all words that every hit has stand somewhere in a text. */
    boolean mayStandIn(PhraseText text) {
        for (int pattern : required) {
            if (!text.present().get(pattern)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Its shortest hit that begins at a place; nothing if there is none.
     *
     * @param from where a word stands that fits its {@link #first} pattern
     */
    @Nullable
    Hit hit(PhraseText text, int from) {
        int to = shortest(text, from);
        return to > from ? new Hit(from, to) : null;
    }

    /** Behind the last word of the shortest hit that begins at a place; the place itself if there is none. */
    private int shortest(PhraseText text, int from) {
        if (elements.size() == 1 || !mayGoOn(text, from)) {
            return elements.size() == 1 ? from + 1 : from;
        }
        // Where the next element may begin, counted from the first word; each element moves the set once.
        BitSet reached = new BitSet();
        reached.set(1);
        for (int i = 1; i < elements.size() && !reached.isEmpty(); i++) {
            reached = advance(elements.get(i), text, from, reached);
        }
        return reached.isEmpty() ? from : from + reached.nextSetBit(0);
    }

    /** Whether a second word stands near enough; at most places none does. */
    private boolean mayGoOn(PhraseText text, int from) {
        Element second = elements.get(1);
        int end = Math.min(from + 2 + second.gap(), text.sentenceEnd(from));
        for (int at = from + 1; at < end; at++) {
            if (text.fits(at, second.pattern())) {
                return true;
            }
        }
        return second.optional();
    }

    private static BitSet advance(Element element, PhraseText text, int from, BitSet reached) {
        BitSet next = new BitSet();
        if (element.optional()) {
            next.or(reached);
        }
        int end = text.sentenceEnd(from) - from;
        for (int place = reached.nextSetBit(0); place >= 0; place = reached.nextSetBit(place + 1)) {
            for (int at = place; at <= place + element.gap() && at < end; at++) {
                if (text.fits(from + at, element.pattern())) {
                    next.set(at + 1);
                }
            }
        }
        return next;
    }
}
