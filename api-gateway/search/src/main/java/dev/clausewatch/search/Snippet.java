package dev.clausewatch.search;

import java.util.List;

/**
 * A run of an entry's words.
 *
 * @param text the words
 * @param marks those that were asked for; in order, apart from each other
 * @param fromStart whether it begins where the entry's words begin
 * @param toEnd whether it ends where they end
 */
public record Snippet(String text, List<Mark> marks, boolean fromStart, boolean toEnd) {

    public Snippet {
        marks = List.copyOf(marks);
    }

    /** Offsets into the snippet's text, in Unicode code points, half open. */
    public record Mark(int start, int end) {}
}
