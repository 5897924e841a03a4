package dev.clausewatch.classifier.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All word patterns of a rule set, asked once a word: which of them it fits. A look-up walks down a tree of letters, at most as far as the
 * longest stem or whole word goes, however many patterns there are. Immutable and thread-safe.
 */
final class WordPatterns {

    /** What a word fits. */
    static final class Fit {

        private static final Fit NONE = new Fit(0, new BitSet(), new int[0]);

        private final int number;
        private final BitSet patterns;
        private final int[] phrases;

        private Fit(int number, BitSet patterns, int[] phrases) {
            this.number = number;
            this.patterns = patterns;
            this.phrases = phrases;
        }

        /** Its own number among all. */
        int number() {
            return number;
        }

        /** The numbers of word patterns; not to be changed. */
        BitSet patterns() {
            return patterns;
        }

        /** The numbers of the phrases that may begin with the word; not to be changed. */
        int[] phrases() {
            return phrases;
        }

        private Fit with(BitSet more, int number, IntFunction<int[]> phrasesOf) {
            if (more.isEmpty()) {
                return this;
            }
            BitSet all = (BitSet) more.clone();
            all.or(patterns);
            return new Fit(
                    number,
                    all,
                    all.stream()
                            .mapToObj(phrasesOf)
                            .flatMapToInt(Arrays::stream)
                            .toArray());
        }
    }

    /** Where a beginning of words ends; the letters of English have a table, all others a map. */
    private static final class Node {

        private static final int LETTERS = 26;

        private final BitSet asWord = new BitSet();
        private final BitSet asStem = new BitSet();
        private @Nullable Node[] byLetter = {};
        private Map<Character, Node> byOther = Map.of();

        /** Of the word that ends here. */
        private Fit word = Fit.NONE;

        /** Of words that go on behind here and are not known beyond. */
        private Fit stem = Fit.NONE;

        @Nullable
        Node next(char letter) {
            if (letter >= 'a' && letter <= 'z') {
                return byLetter.length == 0 ? null : byLetter[letter - 'a'];
            }
            return byOther.isEmpty() ? null : byOther.get(letter);
        }

        private Node child(char letter) {
            Node known = next(letter);
            if (known != null) {
                return known;
            }
            Node added = new Node();
            if (letter >= 'a' && letter <= 'z') {
                byLetter = byLetter.length == 0 ? new Node[LETTERS] : byLetter;
                byLetter[letter - 'a'] = added;
            } else {
                byOther = byOther.isEmpty() ? new HashMap<>() : byOther;
                byOther.put(letter, added);
            }
            return added;
        }

        /** Completes the tree from here on: what fits a stem fits whatever is longer. */
        private void complete(Fit shorterStem, AtomicInteger numbers, IntFunction<int[]> phrases) {
            stem = shorterStem.with(asStem, numbers.incrementAndGet(), phrases);
            word = stem.with(asWord, numbers.incrementAndGet(), phrases);
            Stream.concat(Arrays.stream(byLetter), byOther.values().stream())
                    .filter(Objects::nonNull)
                    .forEach(node -> node.complete(stem, numbers, phrases));
        }
    }

    private final Node root = new Node();

    /**
     * Patterns by their numbers.
     *
     * @param phrases gives the numbers of the phrases that begin with a pattern
     */
    WordPatterns(List<WordPattern> patterns, IntFunction<int[]> phrases) {
        for (int number : IntStream.range(0, patterns.size()).toArray()) {
            patterns.get(number).exact().forEach(word -> node(word).asWord.set(number));
            patterns.get(number).stems().forEach(stem -> node(stem).asStem.set(number));
        }
        root.complete(Fit.NONE, new AtomicInteger(), phrases);
    }

    private Node node(String letters) {
        Node node = root;
        for (int at = 0; at < letters.length(); at++) {
            node = node.child(letters.charAt(at));
        }
        return node;
    }

    /** What a word fits. */
    Fit fitting(String word) {
        Node node = root;
        for (int at = 0; at < word.length(); at++) {
            Node next = node.next(word.charAt(at));
            if (next == null) {
                return node.stem;
            }
            node = next;
        }
        return node.word;
    }
}
