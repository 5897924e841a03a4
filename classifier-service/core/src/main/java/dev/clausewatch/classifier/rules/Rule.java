package dev.clausewatch.classifier.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A compiled rule: groups of phrases that must stand together, and what must not. Its hit is the stretch from the first to the last
 * word that it needed.
 */
final class Rule {

    /** What a rule rests on: places in the text, in code points, half open. */
    record Match(String ruleId, double weight, boolean certain, int start, int end) {}

    private final String id;
    private final double weight;
    private final boolean certain;
    private final List<int[]> groups;
    private final RuleFile.Scope scope;
    private final int near;
    private final int[] not;
    private final int[] heading;
    private final int[] notHeading;
    private final List<String> documents;

    private Rule(String id, RuleFile.Spec spec, List<int[]> groups, PhraseIndex index) {
        this.id = id;
        this.weight = spec.weight();
        this.certain = Boolean.TRUE.equals(spec.certain());
        this.groups = groups;
        this.scope = spec.within() == null ? RuleFile.Scope.SENTENCE : spec.within();
        this.near = spec.near() == null ? Integer.MAX_VALUE : spec.near();
        this.not = index.addAll(orEmpty(spec.not()));
        this.heading = index.addAll(orEmpty(spec.heading()));
        this.notHeading = index.addAll(orEmpty(spec.notHeading()));
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
        if (all.isEmpty()) {
            throw new IllegalArgumentException("The rule " + id + " needs phrases");
        }
        List<int[]> groups = all.stream()
                .map(group -> index.addAll(
                        group.stream().flatMap(phrase -> named(phrase, named)).toList()))
                .toList();
        return new Rule(id, spec, groups, index);
    }

    /** What it rests on in this provision; nothing if it does not hold. */
    @Nullable
    Match match(PhraseMatches reading) {
        if (!hasAllGroups(reading) || !isAsked(reading)) {
            return null;
        }
        for (int phrase : groups.get(0)) {
            for (Phrase.Hit anchor : reading.hits().of(phrase)) {
                Match match = around(anchor, reading);
                if (match != null) {
                    return match;
                }
            }
        }
        return null;
    }

    private boolean hasAllGroups(PhraseMatches reading) {
        for (int[] group : groups) {
            if (!reading.inText(group)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it applies to provisions of such documents, below such headings, with nothing in them that rules it out. */
    private boolean isAsked(PhraseMatches reading) {
        return (documents.isEmpty() || reading.isOf(documents))
                && (heading.length == 0 || reading.inHeading(heading))
                && !reading.inHeading(notHeading)
                && (scope == RuleFile.Scope.SENTENCE || !reading.inText(not));
    }

    /** The hits nearest to an anchor, one of each group, as one stretch. */
    private @Nullable Match around(Phrase.Hit anchor, PhraseMatches reading) {
        int from = anchor.from();
        int to = anchor.to();
        for (int[] group : groups.subList(1, groups.size())) {
            Phrase.Hit nearest = nearest(anchor, group, reading);
            if (nearest == null) {
                return null;
            }
            from = Math.min(from, nearest.from());
            to = Math.max(to, nearest.to());
        }
        if (to - from > near
                || (scope == RuleFile.Scope.SENTENCE && reading.inSentence(not, reading.sentence(anchor)))) {
            return null;
        }
        return span(from, to, reading);
    }

    /** Of each phrase the hits just before and behind the anchor: no other one is nearer, in its sentence or at all. */
    private Phrase.@Nullable Hit nearest(Phrase.Hit anchor, int[] group, PhraseMatches reading) {
        Phrase.Hit nearest = null;
        for (int phrase : group) {
            List<Phrase.Hit> hits = reading.hits().of(phrase);
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
    private @Nullable Match span(int from, int to, PhraseMatches reading) {
        int first = from;
        while (first < to && !reading.word(first).inText()) {
            first++;
        }
        if (first == to) {
            return null;
        }
        return new Match(
                id,
                weight,
                certain,
                reading.word(first).start(),
                reading.word(to - 1).end());
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

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
