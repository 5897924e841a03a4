package dev.clausewatch.diff.segment;

import java.util.List;

/**
 * One heading of a text.
 *
 * @param path the headings above it and its own, as {@link Provision#headingPath} has them
 * @param text what it prints, from {@code start} to {@code end}, without its mark
 * @param start first code point
 * @param end behind its last code point
 */
public record Heading(List<String> path, String text, int start, int end) {

    public Heading {
        path = List.copyOf(path);
    }
}
