package dev.clausewatch.diff.change;

import dev.clausewatch.diff.segment.Provision;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much of a text is left.
 *
 * @param wordsBefore how many words it had
 * @param wordsAfter how many it has
 * @param vocabularyKept the share of the later text's different words that the earlier one had
 */
record Shrinkage(int wordsBefore, int wordsAfter, double vocabularyKept) {

    /** Below this a text is too short to judge. */
    private static final int SHORTEST = 60;

    private static final double COLLAPSED = 0.3;
    private static final double MUCH_SHORTER = 0.6;
    private static final double ALMOST_NOTHING = 0.25;

    static Shrinkage between(List<Provision> before, List<Provision> after) {
        Set<String> old = new HashSet<>();
        Set<String> now = new HashSet<>();
        int wordsBefore = count(before, old);
        int wordsAfter = count(after, now);
        int different = now.size();
        now.retainAll(old);
        return new Shrinkage(wordsBefore, wordsAfter, different == 0 ? 0 : (double) now.size() / different);
    }

    boolean isCollapse() {
        return wordsBefore >= SHORTEST && wordsAfter < COLLAPSED * wordsBefore;
    }

    boolean isAnotherText() {
        return wordsBefore >= SHORTEST && wordsAfter < MUCH_SHORTER * wordsBefore && vocabularyKept < ALMOST_NOTHING;
    }

    String figures() {
        return "%d of %d words are left; %d %% of its different words stood in the text before."
                .formatted(wordsAfter, wordsBefore, Math.round(100 * vocabularyKept));
    }

    private static int count(List<Provision> provisions, Set<String> vocabulary) {
        int count = 0;
        for (Provision provision : provisions) {
            if (!provision.words().isEmpty()) {
                String[] words = provision.words().split(" ", -1);
                count += words.length;
                vocabulary.addAll(Arrays.asList(words));
            }
        }
        return count;
    }
}
