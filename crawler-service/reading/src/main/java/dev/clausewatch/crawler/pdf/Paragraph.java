package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.List;

/** Lines that belong together. */
final class Paragraph {

    private final List<Line> lines = new ArrayList<>();

    Paragraph(Line first) {
        lines.add(first);
    }

    void add(Line line) {
        lines.add(line);
    }

    List<Line> lines() {
        return lines;
    }

    Line first() {
        return lines.getFirst();
    }

    Line last() {
        return lines.getLast();
    }

    boolean isOneLine() {
        return lines.size() == 1;
    }

    boolean isBold() {
        return lines.stream().allMatch(Line::bold);
    }

    double size() {
        return lines.stream().mapToDouble(Line::size).max().orElse(0);
    }
}
