package dev.clausewatch.crawler.pdf;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sizes of the letters of a document. */
final class FontSizes {

    private FontSizes() {}

    /** That of most of its letters, in points. */
    static double body(List<Line> lines) {
        Map<Double, Integer> letters = new TreeMap<>();
        for (Line line : lines) {
            letters.merge(line.size(), line.text().length(), Integer::sum);
        }
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(1.0);
    }
}
