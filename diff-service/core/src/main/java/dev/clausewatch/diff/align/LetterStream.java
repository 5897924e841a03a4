package dev.clausewatch.diff.align;

import dev.clausewatch.diff.segment.Interruption;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.TextNormalization;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The letters of a whole text without the spaces between words: its headings and provisions with their numbers, in order. */
final class LetterStream {

    private final StringBuilder letters = new StringBuilder();
    private final BitSet wordStarts = new BitSet();
    /** By provision: where its letters begin, without its number. */
    private final int[] starts;

    private final int[] ends;

    LetterStream(List<Provision> provisions) {
        starts = new int[provisions.size()];
        ends = new int[provisions.size()];
        Map<String, String> titles = new HashMap<>();
        List<String> above = List.of();
        for (int i = 0; i < starts.length; i++) {
            Interruption.check();
            Provision provision = provisions.get(i);
            List<String> path = provision.headingPath();
            if (!path.equals(above)) {
                for (String heading : path.subList(inCommon(above, path), path.size())) {
                    add(titles.computeIfAbsent(heading, TextNormalization::of));
                }
                above = path;
            }
            if (provision.number() != null) {
                add(TextNormalization.of(provision.number()));
            }
            starts[i] = letters.length();
            add(provision.words());
            ends[i] = letters.length();
        }
        wordStarts.set(letters.length());
    }

    /** The letters of words with spaces between them. */
    static String lettersOf(String words) {
        return withoutBrackets(words).replace(" ", "");
    }

    /** An address in angle brackets is a link as it is without them. */
    private static String withoutBrackets(String words) {
        return words.replace("< ⟨ address ⟩ >", "⟨ address ⟩");
    }

    int length() {
        return letters.length();
    }

    char letter(int at) {
        return letters.charAt(at);
    }

    /** Whether a word starts at a place, or the text ends there. */
    boolean isWordStart(int at) {
        return wordStarts.get(at);
    }

    /** The provisions that have letters between two places, in order. */
    List<Integer> touched(int from, int to) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            low = ends[middle] > from ? low : middle + 1;
            high = ends[middle] > from ? middle : high;
        }
        List<Integer> touched = new ArrayList<>();
        for (int i = low; i < starts.length && starts[i] < to; i++) {
            if (ends[i] > starts[i]) {
                touched.add(i);
            }
        }
        return touched;
    }

    /** Whether all letters of a provision are between two places. */
    boolean isWithin(int provision, int from, int to) {
        return starts[provision] >= from && ends[provision] <= to;
    }

    /** Whether all letters between two places are of one provision. */
    boolean holds(int provision, int from, int to) {
        return starts[provision] <= from && to <= ends[provision];
    }

    private void add(String printed) {
        String words = withoutBrackets(printed);
        int word = 0;
        while (word < words.length()) {
            int space = words.indexOf(' ', word);
            int end = space < 0 ? words.length() : space;
            wordStarts.set(letters.length());
            letters.append(words, word, end);
            word = end + 1;
        }
    }

    private static int inCommon(List<String> above, List<String> path) {
        int level = 0;
        while (level < Math.min(above.size(), path.size()) && above.get(level).equals(path.get(level))) {
            level++;
        }
        return level;
    }
}
