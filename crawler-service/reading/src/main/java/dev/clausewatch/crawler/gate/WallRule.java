package dev.clausewatch.crawler.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a kind of wall is known by. It fires on a page of which few letters were read, when the page has one of the marks, or one of
 * the words and, where an element is asked for, that too.
 *
 * @param id stable; travels with what it refuses
 * @param letters a text with as many is not refused by it
 * @param marks CSS selector of elements that only the wall has; may be empty
 * @param with CSS selector of elements without which the words say nothing; may be empty
 * @param titles whole parts of a title, main heading or short first line
 * @param openings beginnings of a sentence, title or heading
 * @param phrases words anywhere in a sentence, title or heading, so special that no document says them
 */
record WallRule(
        String id,
        Obstacle obstacle,
        int letters,
        String marks,
        String with,
        Set<String> titles,
        List<String> openings,
        List<String> phrases) {

    /** Longest part of a page that is quoted. */
    private static final int QUOTE = 80;

    WallRule {
        titles = Set.copyOf(titles);
        openings = List.copyOf(openings);
        phrases = List.copyOf(phrases);
    }

    Optional<Refusal> judge(PageFeatures page) {
        if (page.letters() >= letters) {
            return Optional.empty();
        }
        if (page.has(marks)) {
            return Optional.of(obstacle.seen(id, "an element that only such a page has"));
        }
        return with.isEmpty() || page.has(with) ? words(page) : Optional.empty();
    }

    private Optional<Refusal> words(PageFeatures page) {
        return page.titles().stream()
                .filter(title -> titles.contains(title) || says(title))
                .findFirst()
                .map(title -> obstacle.seen(id, quote("the title", title)))
                .or(() -> page.sentences().stream()
                        .filter(this::says)
                        .findFirst()
                        .map(sentence -> obstacle.seen(id, quote("the text", sentence))));
    }

    private boolean says(String sentence) {
        return openings.stream().anyMatch(sentence::startsWith)
                || phrases.stream().anyMatch(sentence::contains);
    }

    private static String quote(String where, String said) {
        String shown = said.codePointCount(0, said.length()) <= QUOTE
                ? said
                : said.substring(0, said.offsetByCodePoints(0, QUOTE)) + "…";
        return "%s says \"%s\"".formatted(where, shown);
    }
}
