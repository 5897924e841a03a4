package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Takes out what stands on many pages at the same height near their upper or lower edge: headers, footers and page numbers. A header of
 * the first page stays where it is, as it may be the title; what states a number that is the same on every page, such as the date of
 * the last update or a version, stays once.
 */
final class RunningLines {

    /** How far from an edge they stand, as a share of the page's height. */
    private static final double EDGE = 0.1;

    /** On so many of the pages; on two at least. */
    private static final double SHARE = 0.4;

    private static final int TOLERANCE = 3;

    private static final Pattern NUMBER = Pattern.compile("\\d+|(?<![a-zA-Z])[ivxlc]{1,6}(?![a-zA-Z])");
    private static final Pattern PAGE =
            Pattern.compile("(?i)(?<![a-zA-Z0-9])(?:page \\d{1,4}+(?: ?(?:of|/) ?\\d{1,4}+)?|\\d{1,4}+ of \\d{1,4}+)");
    private static final Pattern ENDS = Pattern.compile("\\A[ |·–—-]++|(?<![ |·–—-])[ |·–—-]++\\z");
    private static final Pattern ONLY_NUMBER = Pattern.compile("(?i)\\A(?:page )?[-–— ]*+#[-–— ]*+(?:(?:of|/) ?#)?");

    private final Map<String, Set<Integer>> pagesOf = new TreeMap<>();
    private final double enough;

    /**
     * What is left of the lines.
     *
     * @param body in their order
     * @param stated of the edges, each once: they belong to no paragraph
     */
    record Kept(List<Part> body, List<String> stated) {}

    private RunningLines(List<Part> parts, int pages) {
        this.enough = Math.max(2, SHARE * pages);
        for (Line line : lines(parts)) {
            if (nearEdge(line)) {
                places(line).forEach(place -> seen(place, line));
                seen(words(line), line);
            }
        }
    }

    static Kept without(List<Part> parts, int pages) {
        RunningLines running = new RunningLines(parts, pages);
        List<Part> body = new ArrayList<>();
        List<String> stated = new ArrayList<>();
        Set<String> titles = new HashSet<>();
        for (Part part : parts) {
            List<Line> lines = lines(List.of(part));
            if (!(part instanceof Line) && !lines.stream().allMatch(running::is)) {
                body.add(part);
                continue;
            }
            for (Line line : lines) {
                if (!running.is(line)) {
                    body.add(line);
                } else if (running.isSameEverywhere(line) && titles.add(words(line))) {
                    if (line.page() == 0 && isTop(line) && words(line).equals(line.text())) {
                        body.add(line);
                    } else if (statesNumber(line)) {
                        stated.add(words(line));
                    }
                }
            }
        }
        return new Kept(body, stated);
    }

    private static List<Line> lines(List<Part> parts) {
        List<Line> lines = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case Line line -> lines.add(line);
                case Table table -> lines.addAll(table.lines());
            }
        }
        return lines;
    }

    private void seen(String what, Line line) {
        pagesOf.computeIfAbsent(what, any -> new HashSet<>()).add(line.page());
    }

    private boolean is(Line line) {
        return nearEdge(line) && places(line).stream().anyMatch(this::onEnoughPages);
    }

    /** Page numbers are not. */
    private boolean isSameEverywhere(Line line) {
        return !statesNumber(line) || onEnoughPages(words(line));
    }

    private boolean onEnoughPages(String what) {
        return pagesOf.getOrDefault(what, Set.of()).size() >= enough;
    }

    private static boolean statesNumber(Line line) {
        return words(line).chars().anyMatch(Character::isDigit);
    }

    /** Without the page's number. */
    private static String words(Line line) {
        return ENDS.matcher(PAGE.matcher(line.text()).replaceAll("")).replaceAll("");
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
