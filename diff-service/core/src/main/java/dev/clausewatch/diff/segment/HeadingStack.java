package dev.clausewatch.diff.segment;

import java.util.ArrayList;
import java.util.List;

/** The headings above the place that is being read. */
final class HeadingStack {

    private static final int LONGEST = 200;

    private final List<Integer> levels = new ArrayList<>();
    private List<String> titles = List.of();

    void push(int level, String title) {
        List<String> above = new ArrayList<>(titles);
        while (!levels.isEmpty() && levels.getLast() >= level) {
            levels.removeLast();
            above.removeLast();
        }
        levels.add(level);
        String words = TextNormalization.withoutMarkup(title);
        above.add(
                words.length() <= LONGEST ? words : words.substring(0, LONGEST).strip());
        titles = List.copyOf(above);
    }

    void clear() {
        levels.clear();
        titles = List.of();
    }

    /** Outermost first; one shared list for all provisions under the same headings. */
    List<String> path() {
        return titles;
    }
}
