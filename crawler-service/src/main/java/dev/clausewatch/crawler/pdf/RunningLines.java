package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Takes out what stands on many pages at the same height near their upper or lower edge: headers, footers and page numbers. A header
 * without a number stays where it stands first, as it may be the title.
 */
final class RunningLines {

    /** How far from an edge they stand, as a share of the page's height. */
    private static final double EDGE = 0.1;

    /** On so many of the pages; on two at least. */
    private static final double SHARE = 0.4;

    private static final int TOLERANCE = 3;

    private static final Pattern NUMBER = Pattern.compile("\\d+|(?<![a-zA-Z])[ivxlc]{1,6}(?![a-zA-Z])");
    private static final Pattern ONLY_NUMBER = Pattern.compile("(?i)\\A(?:page )?[-–— ]*+#[-–— ]*+(?:(?:of|/) ?#)?");

    private RunningLines() {}

    static List<Line> without(List<Line> lines, int pages) {
        Map<String, Set<Integer>> pagesOf = new TreeMap<>();
        for (Line line : lines) {
            if (nearEdge(line)) {
                for (String place : places(line)) {
                    pagesOf.computeIfAbsent(place, any -> new HashSet<>()).add(line.page());
                }
            }
        }
        double enough = Math.max(2, SHARE * pages);
        List<Line> kept = new ArrayList<>();
        Set<String> titles = new HashSet<>();
        for (Line line : lines) {
            boolean runs = nearEdge(line)
                    && places(line).stream()
                            .anyMatch(place ->
                                    pagesOf.getOrDefault(place, Set.of()).size() >= enough);
            boolean title =
                    runs && line.page() == 0 && isTop(line) && !shape(line).contains("#") && titles.add(shape(line));
            if (!runs || title) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static boolean nearEdge(Line line) {
        return isTop(line) || line.base() > line.height() * (1 - EDGE);
    }

    private static boolean isTop(Line line) {
        return line.base() < line.height() * EDGE;
    }

    /** Its words at its height, give or take a little; a bare page number wherever it is. */
    private static List<String> places(Line line) {
        String shape = shape(line);
        if (ONLY_NUMBER.matcher(shape).matches()) {
            return List.of(isTop(line) ? "top #" : "bottom #");
        }
        long height = Math.round(line.base() / TOLERANCE);
        return List.of(height + " " + shape, (height + 1) + " " + shape);
    }

    private static String shape(Line line) {
        return NUMBER.matcher(line.text()).replaceAll("#");
    }
}
