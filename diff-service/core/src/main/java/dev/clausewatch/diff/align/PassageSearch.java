package dev.clausewatch.diff.align;

import dev.clausewatch.diff.segment.Interruption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds many passages in one text at once, letter by letter, each from the beginning of a word (Aho and Corasick): how a passage ends is
 * inflection. The work grows with the letters of all passages and of the text, whatever they are.
 */
final class PassageSearch {

    private static final int ROOT = 0;
    private static final int NONE = -1;
    /** Of passages that end at the same letter, so many of the longest are looked at. */
    private static final int MOST_NESTED = 16;

    /** The passages in order of their letters, each once. */
    private final List<String> sorted;

    // A tree of letters, level by level: the children of a node stand side by side, sorted, and behind those of the
    // node before.
    private final char[] letter;
    private final int[] depth;
    private final int[] firstChild;
    /** The node of the longest ending of what a node says that is the beginning of a passage too. */
    private final int[] fallback;
    /** The nearest node along the fallbacks that is a whole passage. */
    private final int[] nested;
    /** By node: which passage it is the end of, or {@link #NONE}. */
    private final int[] passage;

    PassageSearch(List<String> passages) {
        sorted = passages.stream()
                .filter(passage -> !passage.isEmpty())
                .sorted()
                .distinct()
                .toList();
        int most = sorted.stream().mapToInt(String::length).sum() + 1;
        letter = new char[most];
        depth = new int[most];
        firstChild = new int[most + 1];
        fallback = new int[most];
        nested = new int[most];
        passage = new int[most];
        link(grow());
    }

    /** For each passage where in the text it stands first, in letters; -1 where it does not. */
    int[] firstIn(LetterStream text, List<String> passages) {
        int[] starts = new int[sorted.size()];
        Arrays.fill(starts, NONE);
        int node = ROOT;
        for (int at = 0; at < text.length(); at++) {
            node = next(node, text.letter(at));
            note(node, at + 1, text, starts);
        }
        return passages.stream()
                .mapToInt(one -> one.isEmpty() ? NONE : starts[position(one)])
                .toArray();
    }

    private int position(String one) {
        int position = Collections.binarySearch(sorted, one);
        if (position < 0) {
            throw new IllegalArgumentException("Not a passage of this search");
        }
        return position;
    }

    private void note(int node, int end, LetterStream text, int[] starts) {
        int ending = passage[node] >= 0 ? node : nested[node];
        for (int k = 0; k < MOST_NESTED && ending != ROOT; k++) {
            int start = end - depth[ending];
            if (starts[passage[ending]] < 0 && text.isWordStart(start)) {
                starts[passage[ending]] = start;
            }
            ending = nested[ending];
        }
    }

    /** Adds the nodes level by level; how many there are. */
    private int grow() {
        int[] from = new int[letter.length];
        int[] to = new int[letter.length];
        to[ROOT] = sorted.size();
        int nodes = 1;
        for (int node = ROOT; node < nodes; node++) {
            Interruption.check();
            int level = depth[node];
            int one = from[node];
            boolean ends = one < to[node] && sorted.get(one).length() == level;
            passage[node] = ends ? one++ : NONE;
            firstChild[node] = nodes;
            while (one < to[node]) {
                letter[nodes] = sorted.get(one).charAt(level);
                depth[nodes] = level + 1;
                from[nodes] = one;
                while (one < to[node] && sorted.get(one).charAt(level) == letter[nodes]) {
                    one++;
                }
                to[nodes++] = one;
            }
        }
        firstChild[nodes] = nodes;
        return nodes;
    }

    private void link(int nodes) {
        for (int node = ROOT; node < nodes; node++) {
            for (int child = firstChild[node]; child < firstChild[node + 1]; child++) {
                int shorter = node == ROOT ? ROOT : next(fallback[node], letter[child]);
                fallback[child] = shorter;
                nested[child] = passage[shorter] >= 0 ? shorter : nested[shorter];
            }
        }
    }

    private int next(int from, char next) {
        int node = from;
        int child = child(node, next);
        while (child < 0 && node != ROOT) {
            node = fallback[node];
            child = child(node, next);
        }
        return Math.max(child, ROOT);
    }

    /** Negative where there is none. */
    private int child(int node, char next) {
        return Arrays.binarySearch(letter, firstChild[node], firstChild[node + 1], next);
    }
}
