package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out what stands on many pages at the same height near their upper or lower edge: headers, footers and page numbers. A header of
 * the first page stays where it is, as it may be the title. What is a sentence, or states a number such as the date of the last update
 * or a version, stays once.
 */
final class RunningHeaders {

    /** On so many of the pages; on two at least. */
    private static final double SHARE = 0.4;

    private static final int TOLERANCE = 3;

    /** Lines of one sentence are at most so far apart, in sizes of their letters. */
    private static final double CLOSE = 2;

    /** A line of so many characters that has not ended goes on. */
    private static final int FULL = 60;

    private static final Pattern ENDED = Pattern.compile("[.:;!?…]['\"”’)\\]]*+\\z");

    private final Map<String, Set<Integer>> pagesOf = new TreeMap<>();

    /** Of each line near an edge, without its page's number. */
    private final Map<Line, String> words = new HashMap<>();

    private final double enough;

    private final Set<String> known = new HashSet<>();
    private final List<PageElement> body = new ArrayList<>();
    private final List<List<Line>> stated = new ArrayList<>();

    /**
     * What is left of the lines.
     *
     * @param body in their order
     * @param stated by the edges, each once: lines of paragraphs that belong to no other
     */
    record Kept(List<PageElement> body, List<List<Line>> stated) {}

    private RunningHeaders(List<PageElement> parts, int pages) {
        this.enough = Math.max(2, SHARE * pages);
        List<Line> edges = lines(parts).stream().filter(Line::isNearEdge).toList();
        PageNumbers numbers = new PageNumbers(edges);
        for (Line line : edges) {
            words.put(line, numbers.without(line));
            places(line, words(line))
                    .forEach(place -> pagesOf.computeIfAbsent(place, any -> new HashSet<>())
                            .add(line.page()));
        }
        for (Line line : edges) {
            if (PageNumbers.mayBe(line) && areOn(2, places(line, ""))) {
                words.put(line, "");
            }
        }
    }

    static Kept without(List<PageElement> parts, int pages) {
        return new RunningHeaders(parts, pages).split(parts);
    }

    private Kept split(List<PageElement> parts) {
        boolean follows = false;
        for (PageElement part : parts) {
            List<Line> lines = lines(List.of(part));
            if (!(part instanceof Line) && !lines.stream().allMatch(this::isRunning)) {
                body.add(part);
                follows = false;
                continue;
            }
            for (Line line : lines) {
                if (isRunning(line)) {
                    follows = take(line, follows);
                } else {
                    body.add(line);
                    follows = false;
                }
            }
        }
        stated.removeIf(
                paragraph -> !isWorthKeeping(paragraph.stream().map(Line::text).collect(Collectors.joining(" "))));
        return new Kept(body, stated);
    }

    /** Whether the next running line may go on with this one. */
    private boolean take(Line line, boolean follows) {
        Line plain = line.with(words(line));
        if (plain.text().isEmpty() || !known.add(plain.text())) {
            return false;
        }
        if (line.page() == 0 && line.isTop()) {
            body.add(plain);
            return false;
        }
        if (follows && goesOn(stated.getLast().getLast(), plain)) {
            stated.getLast().add(plain);
        } else {
            stated.add(new ArrayList<>(List.of(plain)));
        }
        return true;
    }

    private static boolean goesOn(Line above, Line line) {
        double gap = line.base() - above.base();
        if (line.page() != above.page() || gap <= 0 || gap > CLOSE * above.size()) {
            return false;
        }
        if (ENDED.matcher(above.text()).find()) {
            return false;
        }
        return above.text().length() >= FULL
                || Prose.isSentence(above.text())
                || Character.isLowerCase(line.text().codePointAt(0));
    }

    private static boolean isWorthKeeping(String words) {
        return Prose.isSentence(words) || words.chars().anyMatch(Character::isDigit);
    }

    private static List<Line> lines(List<PageElement> parts) {
        List<Line> lines = new ArrayList<>();
        for (PageElement part : parts) {
            switch (part) {
                case Line line -> lines.add(line);
                case Table table -> lines.addAll(table.lines());
            }
        }
        return lines;
    }

    private boolean isRunning(Line line) {
        if (!line.isNearEdge()) {
            return false;
        }
        return words(line).isEmpty() || areOn(enough, places(line, words(line)));
    }

    private boolean areOn(double pages, List<String> places) {
        return places.stream()
                .anyMatch(place -> pagesOf.getOrDefault(place, Set.of()).size() >= pages);
    }

    private String words(Line line) {
        return words.getOrDefault(line, line.text());
    }

    /** Words at its height, give or take a little. */
    private static List<String> places(Line line, String words) {
        long height = Math.round(line.base() / TOLERANCE);
        return List.of(height + " " + words, (height + 1) + " " + words);
    }
}
