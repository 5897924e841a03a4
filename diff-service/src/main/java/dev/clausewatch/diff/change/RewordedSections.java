package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.segment.PrintedNumber;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sections whose heading has other words, beyond its number, capitals and punctuation, while most of what stood below it still does.
 * A heading that the other text has somewhere too has moved, come or gone, which is not this.
 */
final class RewordedSections {

    private static final String SPACE = " ";
    /** Numbers as headings misprint them: {@code 6.. Fees}, {@code 4.Fees}. */
    private static final Pattern LABEL = Pattern.compile("\\A\\d{1,3}\\.++\\s*+(?=\\p{L})");

    private final List<Provision> before;
    private final List<Provision> after;
    private final Map<List<String>, List<Section>> sections = new HashMap<>();

    /**
     * A section that has another heading.
     *
     * @param before a clause below the old heading
     * @param after the same clause below the new one
     * @param level of the heading in the paths of both
     */
    record Reworded(int before, int after, int level) {}

    /** A heading by its words and those of the headings above it. */
    private record Section(List<String> above, String title) {}

    private record Pair(Section old, Section now) {}

    /** How many clauses two sections share, and the first of them. */
    private static final class Shared {

        private final Reworded first;
        private int clauses;

        private Shared(Reworded first) {
            this.first = first;
        }
    }

    private RewordedSections(List<Provision> before, List<Provision> after) {
        this.before = before;
        this.after = after;
    }

    static List<Reworded> between(List<Provision> before, List<Provision> after, Alignment alignment) {
        return new RewordedSections(before, after).find(alignment);
    }

    private List<Reworded> find(Alignment alignment) {
        Map<Pair, Shared> shared = shared(alignment);
        if (shared.isEmpty()) {
            return List.of();
        }
        Map<Section, Integer> sizesBefore = sizes(before);
        Map<Section, Integer> sizesAfter = sizes(after);
        Set<String> printedBefore = printed(before, sizesBefore.keySet());
        Set<String> printedAfter = printed(after, sizesAfter.keySet());
        List<Reworded> found = new ArrayList<>();
        shared.forEach((pair, clauses) -> {
            boolean most = 2 * clauses.clauses > sizesBefore.getOrDefault(pair.old(), 0)
                    && 2 * clauses.clauses > sizesAfter.getOrDefault(pair.now(), 0);
            boolean gone = !printedAfter.contains(letters(pair.old().title()));
            boolean come = !printedBefore.contains(letters(pair.now().title()));
            if (most && gone && come) {
                found.add(clauses.first);
            }
        });
        return found;
    }

    private Map<Pair, Shared> shared(Alignment alignment) {
        Map<Pair, Shared> shared = new LinkedHashMap<>();
        for (int j = 0; j < after.size(); j++) {
            int i = alignment.beforeOf(j);
            if (i >= 0 && !before.get(i).headingPath().equals(after.get(j).headingPath())) {
                count(i, j, shared);
            }
        }
        return shared;
    }

    private void count(int i, int j, Map<Pair, Shared> shared) {
        List<Section> old = sections(before.get(i));
        List<Section> now = sections(after.get(j));
        if (old.size() != now.size()) {
            return;
        }
        for (int level = 0; level < old.size(); level++) {
            Section from = old.get(level);
            Section to = now.get(level);
            if (!from.title().isEmpty() && !to.title().isEmpty() && !Objects.equals(from.title(), to.title())) {
                Reworded first = new Reworded(i, j, level);
                shared.computeIfAbsent(new Pair(from, to), pair -> new Shared(first)).clauses++;
            }
        }
    }

    /** A heading that became a paragraph, or a paragraph that became one, says what it said. */
    private static Set<String> printed(List<Provision> provisions, Set<Section> sections) {
        Set<String> printed = new HashSet<>();
        provisions.forEach(provision -> printed.add(letters(provision.words())));
        sections.forEach(section -> printed.add(letters(section.title())));
        return printed;
    }

    private Map<Section, Integer> sizes(List<Provision> provisions) {
        return provisions.stream()
                .flatMap(provision -> sections(provision).stream())
                .collect(Collectors.toMap(Function.identity(), section -> 1, Integer::sum));
    }

    private List<Section> sections(Provision provision) {
        return sections.computeIfAbsent(provision.headingPath(), RewordedSections::read);
    }

    private static List<Section> read(List<String> path) {
        List<String> titles = path.stream()
                .map(title ->
                        Wording.of(LABEL.matcher(PrintedNumber.without(title)).replaceFirst("")))
                .toList();
        List<Section> sections = new ArrayList<>();
        for (int level = 0; level < titles.size(); level++) {
            sections.add(new Section(titles.subList(0, level), titles.get(level)));
        }
        return sections;
    }

    /** Words that are joined or taken apart stay the same words. */
    private static String letters(String words) {
        return words.replace(SPACE, "");
    }
}
