package dev.clausewatch.diff.change;

import dev.clausewatch.diff.segment.Provision;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much smaller or larger a text became, for detecting collapsed pages.
 *
 * @param wordsBefore how many words it had
 * @param wordsAfter how many it has
 * @param vocabularyKept the share of the shorter text's different words that the other has too; 1 unless the later one is much shorter or
 *     hardly a provision is as it was
 */
record Shrinkage(int wordsBefore, int wordsAfter, double vocabularyKept) {

    /** Below this a text is too short to judge. */
    private static final int SHORTEST = 60;

    /** From so many words on a text may be a document; terms of a few hundred words exist, and have to grow to ten times that. */
    private static final int DOCUMENT = 10 * SHORTEST;

    private static final double COLLAPSED = 0.3;
    private static final double MUCH_SHORTER = 0.6;
    private static final double ALMOST_NOTHING = 0.25;

    /**
     * Compares two texts.
     *
     * @param hardlyAlike whether few provisions are as they were
     */
    static Shrinkage between(List<Provision> before, List<Provision> after, boolean hardlyAlike) {
        int wordsBefore = count(before);
        int wordsAfter = count(after);
        // The vocabulary is compared only for such texts.
        double kept = hardlyAlike || wordsAfter < MUCH_SHORTER * wordsBefore ? kept(before, after) : 1;
        return new Shrinkage(wordsBefore, wordsAfter, kept);
    }

    boolean isCollapse() {
        return wordsBefore >= SHORTEST && wordsAfter < COLLAPSED * wordsBefore;
    }

    /** Whether there is a document where before there was hardly a text: an error, a redirect, an empty shell. */
    boolean isFirstDocument() {
        return wordsBefore < SHORTEST && wordsAfter >= DOCUMENT;
    }

    /** Whether hardly a word stayed, as in a translation or the page of something else. */
    boolean isAnotherText() {
        return wordsBefore >= SHORTEST && vocabularyKept < ALMOST_NOTHING;
    }

    String figures() {
        return "%d words before, %d now; the texts share %d %% of the different words of the shorter one."
                .formatted(wordsBefore, wordsAfter, Math.round(100 * vocabularyKept));
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
        Set<String> earlier = vocabulary(before);
        int different = Math.min(now.size(), earlier.size());
        now.retainAll(earlier);
        return different == 0 ? 0 : (double) now.size() / different;
    }

    private static Set<String> vocabulary(List<Provision> provisions) {
        Set<String> vocabulary = new HashSet<>();
        provisions.forEach(
                provision -> vocabulary.addAll(Arrays.asList(provision.words().split(" ", -1))));
        return vocabulary;
    }
}
