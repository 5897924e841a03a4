package dev.clausewatch.diff.align;

import dev.clausewatch.diff.segment.PrintedNumber;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.TextNormalization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the provisions of two texts stand: below which headings, behind which line that heads what follows without being a heading, and
 * introduced by which words. Equal words in equal places say the same. Everything is numbered, so that a place is short however long its
 * headings are.
 */
final class Places {

    /** A line with more words is a sentence. */
    private static final int MOST_LABEL_WORDS = 8;

    private static final int NOTHING = 0;

    private final Map<String, Integer> wordings = new HashMap<>();
    private final Map<String, Integer> titles = new HashMap<>();
    private final Map<String, Integer> intros = new HashMap<>();
    private final Map<String, Integer> paths = new HashMap<>();
    private final Side before;
    private final Side after;

    Places(List<Provision> before, List<Provision> after) {
        this.before = new Side(before);
        this.after = new Side(after);
    }

    Side before() {
        return before;
    }

    Side after() {
        return after;
    }

    /** The places of one of the texts. */
    final class Side {

        private final List<Provision> provisions;
        /** By provision: its heading path, then the path without the outermost heading, and so on down to none. */
        private final int[][] headings;

        private final int[] labels;

        private Side(List<Provision> provisions) {
            this.provisions = provisions;
            this.headings = new int[provisions.size()][];
            this.labels = new int[provisions.size()];
            List<String> above = List.of();
            int[] path = {NOTHING};
            int label = NOTHING;
            for (int i = 0; i < headings.length; i++) {
                Provision provision = provisions.get(i);
                if (!provision.headingPath().equals(above)) {
                    above = provision.headingPath();
                    path = path(above);
                    label = NOTHING;
                }
                headings[i] = path;
                labels[i] = label;
                label = isLabel(provision) ? number(wordings, provision.words()) : label;
            }
        }

        /** Where a provision stands. */
        String of(int provision) {
            return place(provision, headings[provision][0]);
        }

        /** Where it stands, and the places that hold for it too: below fewer of its headings, the outermost left away first. */
        List<String> wider(int provision) {
            List<String> places = new ArrayList<>();
            for (int path : headings[provision]) {
                places.add(place(provision, path));
            }
            return places;
        }

        private String place(int provision, int path) {
            return path + "/" + labels[provision] + "/" + intro(provisions.get(provision));
        }
    }

    private int[] path(List<String> above) {
        int[] path = new int[above.size() + 1];
        for (int level = above.size() - 1; level >= 0; level--) {
            int title = titles.computeIfAbsent(
                    above.get(level), it -> number(wordings, TextNormalization.of(PrintedNumber.without(it))));
            path[level] = number(paths, title + "/" + path[level + 1]);
        }
        return path;
    }

    private int intro(Provision provision) {
        return provision.intro() == null
                ? NOTHING
                : intros.computeIfAbsent(provision.intro(), it -> number(wordings, TextNormalization.of(it)));
    }

    /** A short line without an end, as pages print headings that they do not mark up. */
    private static boolean isLabel(Provision provision) {
        String words = provision.words();
        if (words.isEmpty()
                || provision.intro() != null
                || words.split(" ", MOST_LABEL_WORDS + 1).length > MOST_LABEL_WORDS) {
            return false;
        }
        String printed = TextNormalization.withoutMarkup(provision.text());
        return !printed.isEmpty() && ".;,".indexOf(printed.charAt(printed.length() - 1)) < 0;
    }

    private static int number(Map<String, Integer> numbers, String of) {
        Integer known = numbers.putIfAbsent(of, numbers.size() + 1);
        return known == null ? numbers.size() : known;
    }
}
