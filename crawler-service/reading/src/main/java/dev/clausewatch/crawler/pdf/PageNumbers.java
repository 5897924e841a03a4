package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the numbers of the pages among the figures near their edges: what grows by one from page to page while the rest of the line stays.
 * The number of a schedule, a fee or a date does not.
 */
final class PageNumbers {

    /** Longer lines have no page number. */
    private static final int LONGEST = 200;

    /** Lines with more figures have none either. */
    private static final int MOST_FIGURES = 8;

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d.,:/^%$€£&&[^\\p{Lo}]])(?:\\d{1,4}|[ivxlc]{1,6})(?![\\p{L}\\d%€£$&&[^\\p{Lo}]]|[.,:]\\d)");

    private static final Pattern PAGE = Pattern.compile(
            "(?i)(?:(?<!\\p{L})(?:page|pages|p|pg|seite|página|pagina|pag|pág|sida|side|strona|str|oldal) ?+\\.? ?+|第 ?+|(?<![\\p{L}\\d])(?:\\p{L}|\\d{1,2})[-–])\\z");

    private static final Pattern TOTAL = Pattern.compile(
            "(?i)\\A(?: ?+(?:of|/|von|van|de|di|sur|av|af|z) ?+\\d{1,4}(?![\\p{L}\\d%€£$]|[.,:]\\d)| \\(\\d{1,4}\\)| ?+[页頁](?: ?[/,，]? ?共 ?\\d{1,4} ?[页頁])?)");

    /** What has numbers of its own, and often begins a page. */
    private static final Pattern SECTION = Pattern.compile(
            "(?i)(?<!\\p{L})(?:annex|annexe|appendix|schedule|exhibit|part|section|article|chapter|attachment|addendum|clause|module|option|plan|tier|level|year|step|anhang|anlage|teil|abschnitt|artikel|kapitel|stufe|anexo|bijlage|allegato) ?+\\z");

    private static final Pattern ONLY_PAGE =
            Pattern.compile("(?i)[-–—|]?+ ?+page \\d{1,4}(?: ?(?:of|/) ?\\d{1,4})? ?+[-–—|]?+");

    private static final Pattern AHEAD = Pattern.compile("\\A[ |·•–—-]++");
    private static final Pattern BEHIND = Pattern.compile("(?<![ |·•–—-])[ |·•–—-]++\\z|\\A[ |·•–—-]++\\z");

    private final Map<String, Set<Integer>> pagesOf = new TreeMap<>();

    /**
     * A figure that may be the page's number.
     *
     * @param rest of the line, without what belongs to the number
     * @param place what the same figure of other pages would have in common with it
     * @param inside whether words stand on both sides of it
     */
    private record Figure(String rest, String place, boolean inside) {}

    PageNumbers(List<Line> edges) {
        for (Line line : edges) {
            figures(line)
                    .forEach(figure -> pagesOf.computeIfAbsent(figure.place(), any -> new HashSet<>())
                            .add(line.page()));
        }
    }

    /** The line's words without the number of its page. */
    String without(Line line) {
        if (ONLY_PAGE.matcher(line.text()).matches()) {
            return "";
        }
        Optional<String> rest = figures(line).stream()
                .filter(this::isPageNumber)
                .map(Figure::rest)
                .findFirst();
        return rest.orElse(line.text());
    }

    /** Whether it is a number and nothing else: a wrong one, if the numbers of other pages stand there. */
    static boolean mayBe(Line line) {
        return figures(line).stream().anyMatch(figure -> figure.rest().isEmpty());
    }

    private boolean isPageNumber(Figure figure) {
        int enough = figure.inside() && Prose.isSentence(figure.rest()) ? 3 : 2;
        return pagesOf.getOrDefault(figure.place(), Set.of()).size() >= enough;
    }

    private static List<Figure> figures(Line line) {
        String text = line.text();
        List<Figure> figures = new ArrayList<>();
        if (text.length() > LONGEST) {
            return figures;
        }
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            if (figures.size() == MOST_FIGURES) {
                return List.of();
            }
            String before = text.substring(0, matcher.start());
            if (SECTION.matcher(before).find()) {
                continue;
            }
            before = trimmed(PAGE.matcher(before).replaceAll(""));
            String behind = trimmed(TOTAL.matcher(text.substring(matcher.end())).replaceAll(""));
            String rest = (before + " " + behind).strip();
            String edge = line.isTop() ? "top" : "bottom";
            String place = edge + " " + (value(matcher.group()) - line.page()) + " " + before + " # " + behind;
            figures.add(new Figure(rest, place, !before.isEmpty() && !behind.isEmpty()));
        }
        return figures;
    }

    private static String trimmed(String words) {
        return BEHIND.matcher(AHEAD.matcher(words).replaceAll("")).replaceAll("");
    }

    private static int value(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return Integer.parseInt(number);
        }
        int value = 0;
        int last = 0;
        for (int i = number.length() - 1; i >= 0; i--) {
            int one = switch (number.charAt(i)) {
                case 'i' -> 1;
                case 'v' -> 5;
                case 'x' -> 10;
                case 'l' -> 50;
                default -> 100;
            };
            value += one < last ? -one : one;
            last = Math.max(one, last);
        }
        return value;
    }
}
