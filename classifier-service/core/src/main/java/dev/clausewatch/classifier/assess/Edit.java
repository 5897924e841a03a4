package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.learn.Hunk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Word-level edit between two texts of a provision. Unlike the differ's runs, which keep marks, case and links for display, it compares
 * normalized words only, since only they affect rights and duties.
 *
 * @param hunks where the texts differ, in their order
 * @param deleted the words that went
 * @param inserted the words that came
 */
record Edit(
        TokenizedText before,
        TokenizedText after,
        List<Hunk> hunks,
        List<TokenizedText.Token> deleted,
        List<TokenizedText.Token> inserted) {

    /** Words between two hunks that are too few to keep them apart. */
    private static final int BRIDGE = 2;

    static Edit between(String before, String after) {
        TokenizedText left = TokenizedText.of(before);
        TokenizedText right = TokenizedText.of(after);
        List<Hunk> hunks = Hunk.between(left.keys(), right.keys());
        List<TokenizedText.Token> deleted = new ArrayList<>();
        List<TokenizedText.Token> inserted = new ArrayList<>();
        for (Hunk hunk : hunks) {
            deleted.addAll(left.tokens().subList(hunk.beforeFrom(), hunk.beforeTo()));
            inserted.addAll(right.tokens().subList(hunk.afterFrom(), hunk.afterTo()));
        }
        return new Edit(left, right, hunks, List.copyOf(deleted), List.copyOf(inserted));
    }

    boolean isEmpty() {
        return hunks.isEmpty();
    }

    /** Whether something holds for a word that came or went, told by its wording and its place there. */
    boolean any(BiPredicate<TokenizedText, Integer> holds) {
        for (Hunk hunk : hunks) {
            if (any(before, hunk.beforeFrom(), hunk.beforeTo(), holds)
                    || any(after, hunk.afterFrom(), hunk.afterTo(), holds)) {
                return true;
            }
        }
        return false;
    }

    private static boolean any(TokenizedText text, int from, int to, BiPredicate<TokenizedText, Integer> holds) {
        for (int at = from; at < to; at++) {
            if (holds.test(text, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether something holds for each word that came or went. */
    boolean all(BiPredicate<TokenizedText, Integer> holds) {
        return !any(holds.negate());
    }

    /** How many words came or went. */
    int size() {
        return deleted.size() + inserted.size();
    }

    /** Whether only spaces and marks between the same letters differ. */
    boolean isRespacing() {
        return length(before) == length(after) && letters(before).equals(letters(after));
    }

    private static int length(TokenizedText wording) {
        int length = 0;
        for (TokenizedText.Token token : wording.tokens()) {
            length += token.key().length();
        }
        return length;
    }

    /** All words without the spaces between them, except where figures would run into each other. */
    private static String letters(TokenizedText wording) {
        StringBuilder letters = new StringBuilder();
        for (TokenizedText.Token token : wording.tokens()) {
            String key = token.key();
            boolean figures = !letters.isEmpty()
                    && !Character.isLetter(letters.codePointBefore(letters.length()))
                    && !Character.isLetter(key.codePointAt(0));
            letters.append(figures ? " " : "").append(key);
        }
        return letters.toString();
    }

    /** Whether the very same words stand in another order. */
    boolean isReordering() {
        return deleted.size() == inserted.size() && sorted(deleted).equals(sorted(inserted));
    }

    /** Hunks with few words between them as one, the way a reader would quote them. */
    List<Hunk> quotable() {
        List<Hunk> merged = new ArrayList<>();
        for (Hunk hunk : hunks) {
            Hunk last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && hunk.afterFrom() - last.afterTo() <= BRIDGE) {
                merged.set(
                        merged.size() - 1,
                        new Hunk(last.beforeFrom(), hunk.beforeTo(), last.afterFrom(), hunk.afterTo()));
            } else {
                merged.add(hunk);
            }
        }
        return merged;
    }

    /** The sentences that words went from, a line each. */
    String touchedBefore() {
        return touchedSentences(before, true);
    }

    /** The sentences that words came into, a line each. */
    String touchedAfter() {
        return touchedSentences(after, false);
    }

    /** The words that went, a line for each place. */
    String deletedWords() {
        return hunks.stream()
                .map(hunk -> before.quote(hunk.beforeFrom(), hunk.beforeTo()))
                .collect(Collectors.joining("\n"));
    }

    /** The words that came, a line for each place. */
    String insertedWords() {
        return hunks.stream()
                .map(hunk -> after.quote(hunk.afterFrom(), hunk.afterTo()))
                .collect(Collectors.joining("\n"));
    }

    private String touchedSentences(TokenizedText text, boolean isBefore) {
        BitSet touched = new BitSet(text.size());
        for (Hunk hunk : hunks) {
            int from = isBefore ? hunk.beforeFrom() : hunk.afterFrom();
            int to = isBefore ? hunk.beforeTo() : hunk.afterTo();
            if (touched.get(from) && touched.nextClearBit(from) >= to) {
                continue;
            }
            while (from > 0 && !text.endsSentence(from - 1)) {
                from--;
            }
            while (to < text.size() && (to == 0 || !text.endsSentence(to - 1))) {
                to++;
            }
            touched.set(from, to);
        }
        StringBuilder sentences = new StringBuilder();
        for (int at = touched.nextSetBit(0); at >= 0; at = touched.nextSetBit(touched.nextClearBit(at))) {
            sentences.append(text.quote(at, touched.nextClearBit(at))).append('\n');
        }
        return sentences.toString();
    }

    private static List<String> sorted(List<TokenizedText.Token> tokens) {
        return tokens.stream().map(TokenizedText.Token::key).sorted().toList();
    }

    /** The words of both sides in one line, for tests and logs. */
    @Override
    public String toString() {
        return Stream.concat(
                        deleted.stream().map(token -> "-" + token.printed()),
                        inserted.stream().map(token -> "+" + token.printed()))
                .collect(Collectors.joining(" "));
    }
}
