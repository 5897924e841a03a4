package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The horizontal and vertical lines that are drawn on a page, in the direction of its text: those on one height that touch are one. A page
 * with more than tables need has none.
 */
final class RuledLines {

    /** Lines of a page before they are put together; drawings have more. */
    static final int MOST_PIECES = 20_000;

    /** Of each direction. */
    private static final int MOST = 600;

    /** What is shorter is a dot. */
    private static final double SHORTEST = 3;

    /** So far apart may ends be that touch, and so crooked a line, in points. */
    static final double TOLERANCE = 3;

    private static final double SAME = 1.5;

    /**
     * A line.
     *
     * @param at its height, or how far right it stands
     * @param from where it begins
     * @param to where it ends
     */
    record Rule(double at, double from, double to) {

        boolean touches(Rule across) {
            return reaches(across.at) && across.reaches(at);
        }

        private boolean reaches(double place) {
            return from - TOLERANCE <= place && place <= to + TOLERANCE;
        }
    }

    private final List<Rule> horizontal = new ArrayList<>();
    private final List<Rule> vertical = new ArrayList<>();
    private int pieces;

    /** A straight stroke; what is neither horizontal nor vertical is none. */
    void add(double x1, double y1, double x2, double y2) {
        double width = Math.abs(x1 - x2);
        double height = Math.abs(y1 - y2);
        pieces++;
        if (pieces > MOST_PIECES || Math.max(width, height) < SHORTEST) {
            return;
        }
        if (height <= SAME) {
            horizontal.add(new Rule((y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2)));
        } else if (width <= SAME) {
            vertical.add(new Rule((x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2)));
        }
    }

    /** There are more than tables need. */
    void addTooMany() {
        pieces = MOST_PIECES + 1;
    }

    List<Rule> horizontal() {
        return joined(horizontal);
    }

    List<Rule> vertical() {
        return joined(vertical);
    }

    void clear() {
        horizontal.clear();
        vertical.clear();
        pieces = 0;
    }

    private List<Rule> joined(List<Rule> drawn) {
        if (pieces > MOST_PIECES) {
            return List.of();
        }
        List<Rule> sorted = new ArrayList<>(drawn);
        sorted.sort(Comparator.comparingDouble(Rule::at));
        List<Rule> joined = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || sorted.get(i).at - sorted.get(start).at > SAME) {
                joinOnOneHeight(sorted.subList(start, i), joined);
                start = i;
            }
        }
        return joined.size() > MOST ? List.of() : joined;
    }

    private static void joinOnOneHeight(List<Rule> rules, List<Rule> joined) {
        List<Rule> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparingDouble(Rule::from));
        double at = rules.getFirst().at;
        double from = sorted.getFirst().from;
        double to = sorted.getFirst().to;
        for (Rule rule : sorted) {
            if (rule.from > to + TOLERANCE) {
                joined.add(new Rule(at, from, to));
                from = rule.from;
            }
            to = Math.max(to, rule.to);
        }
        joined.add(new Rule(at, from, to));
    }
}
