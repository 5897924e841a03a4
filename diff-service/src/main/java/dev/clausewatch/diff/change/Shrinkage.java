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
 * @param vocabularyKept the share of the later text's different words that the earlier one had; 1 unless it is much shorter
 */
record Shrinkage(int wordsBefore, int wordsAfter, double vocabularyKept) {

    /** Below this a text is too short to judge. */
    private static final int SHORTEST = 60;

    private static final double COLLAPSED = 0.3;
    private static final double MUCH_SHORTER = 0.6;
    private static final double ALMOST_NOTHING = 0.25;

    static Shrinkage between(List<Provision> before, List<Provision> after) {
        int wordsBefore = count(before);
        int wordsAfter = count(after);
        // Only a much shorter text is looked at closer.
        double kept = wordsAfter < MUCH_SHORTER * wordsBefore ? kept(before, after) : 1;
        return new Shrinkage(wordsBefore, wordsAfter, kept);
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

    private static int count(List<Provision> provisions) {
        int count = 0;
        for (Provision provision : provisions) {
            String words = provision.words();
            count += words.isEmpty()
                    ? 0
                    : 1 + (int) words.chars().filter(c -> c == ' ').count();
        }
        return count;
    }

    private static double kept(List<Provision> before, List<Provision> after) {
        Set<String> now = vocabulary(after);
        int different = now.size();
        now.retainAll(vocabulary(before));
        return different == 0 ? 0 : (double) now.size() / different;
    }

    private static Set<String> vocabulary(List<Provision> provisions) {
        Set<String> vocabulary = new HashSet<>();
        provisions.forEach(
                provision -> vocabulary.addAll(Arrays.asList(provision.words().split(" ", -1))));
        return vocabulary;
    }
}
