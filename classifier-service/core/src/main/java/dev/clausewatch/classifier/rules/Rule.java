package dev.clausewatch.classifier.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A compiled rule: groups of phrases that must stand together, and what must not. Its hit is the stretch from the first to the last
 * word that it needed.
 */
final class Rule {

    /** What a rule rests on: places in the text, in code points, half open. */
    record Match(String ruleId, double weight, int start, int end) {}

    private final String id;
    private final double weight;
    private final List<List<Integer>> groups;
    private final RuleFile.Scope scope;
    private final int near;
    private final List<Integer> not;
    private final List<Integer> heading;
    private final List<Integer> notHeading;
    private final List<String> documents;

    private Rule(String id, RuleFile.Spec spec, List<List<Integer>> groups, PhraseIndex index) {
        this.id = id;
        this.weight = spec.weight();
        this.groups = groups;
        this.scope = spec.within() == null ? RuleFile.Scope.SENTENCE : spec.within();
        this.near = spec.near() == null ? Integer.MAX_VALUE : spec.near();
        this.not = numbers(spec.not(), index);
        this.heading = numbers(spec.heading(), index);
        this.notHeading = numbers(spec.notHeading(), index);
        this.documents = orEmpty(spec.documents()).stream()
                .map(part -> part.toLowerCase(Locale.ROOT))
                .toList();
    }

    static Rule compile(String type, RuleFile.Spec spec, Map<String, List<String>> named, PhraseIndex index) {
        String id = type + "/" + spec.id();
        List<List<String>> all = new ArrayList<>(orEmpty(spec.all()));
        if (spec.any() != null) {
            all.add(spec.any());
        }
        if (all.isEmpty() || spec.weight() <= 0 || spec.weight() >= 1) {
            throw new IllegalArgumentException("The rule " + id + " needs phrases, and a weight between 0 and 1");
        }
        List<List<Integer>> groups = all.stream()
                .map(group -> numbers(
                        group.stream().flatMap(phrase -> named(phrase, named)).toList(), index))
                .toList();
        return new Rule(id, spec, groups, index);
    }

    /** What it rests on in this provision, if it holds. */
    Optional<Match> match(PhraseMatches reading) {
        if ((!documents.isEmpty() && !reading.isOf(documents))
                || (!heading.isEmpty() && !reading.inHeading(heading))
                || reading.inHeading(notHeading)
                || (scope == RuleFile.Scope.PROVISION && reading.inText(not))) {
            return Optional.empty();
        }
        return groups.get(0).stream()
                .flatMap(phrase -> reading.hits(phrase).stream())
                .map(anchor -> around(anchor, reading))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The hits nearest to an anchor, one of each group, as one stretch. */
    private Optional<Match> around(Phrase.Hit anchor, PhraseMatches reading) {
        int from = anchor.from();
        int to = anchor.to();
        for (List<Integer> group : groups.subList(1, groups.size())) {
            Phrase.Hit nearest = nearest(anchor, group, reading);
            if (nearest == null) {
                return Optional.empty();
            }
            from = Math.min(from, nearest.from());
            to = Math.max(to, nearest.to());
        }
        if (to - from > near
                || (scope == RuleFile.Scope.SENTENCE && reading.inSentence(not, reading.sentence(anchor)))) {
            return Optional.empty();
        }
        return span(from, to, reading);
    }

    /** Of each phrase the hits just before and behind the anchor: no other one is nearer, in its sentence or at all. */
    private Phrase.@Nullable Hit nearest(Phrase.Hit anchor, List<Integer> group, PhraseMatches reading) {
        Phrase.Hit nearest = null;
        for (int phrase : group) {
            List<Phrase.Hit> hits = reading.hits(phrase);
            int behind = firstFrom(hits, anchor.from());
            for (int i = Math.max(0, behind - 1); i <= behind && i < hits.size(); i++) {
                Phrase.Hit hit = hits.get(i);
                boolean inScope =
                        scope == RuleFile.Scope.PROVISION || reading.sentence(hit) == reading.sentence(anchor);
                if (inScope && (nearest == null || distance(hit, anchor) < distance(nearest, anchor))) {
                    nearest = hit;
                }
            }
        }
        return nearest;
    }

    private static int distance(Phrase.Hit hit, Phrase.Hit anchor) {
        return Math.abs(hit.from() - anchor.from());
    }

    /** The first of the hits, which are in the order of the text, that begins at a word or behind it. */
    private static int firstFrom(List<Phrase.Hit> hits, int word) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (hits.get(middle).from() < word) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The part of a stretch that lies in the text itself; nothing when all of it stands in the introduction. */
    private Optional<Match> span(int from, int to, PhraseMatches reading) {
        int first = from;
        while (first < to && !reading.word(first).inText()) {
            first++;
        }
        if (first == to) {
            return Optional.empty();
        }
        return Optional.of(new Match(
                id, weight, reading.word(first).start(), reading.word(to - 1).end()));
    }

    private static Stream<String> named(String phrase, Map<String, List<String>> named) {
        if (!phrase.startsWith("@")) {
            return Stream.of(phrase);
        }
        List<String> phrases = named.get(phrase.substring(1));
        if (phrases == null) {
            throw new IllegalArgumentException("The vocabulary has no phrases " + phrase);
        }
        return phrases.stream();
    }

    private static List<Integer> numbers(@Nullable List<String> phrases, PhraseIndex index) {
        return orEmpty(phrases).stream().map(index::add).toList();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
