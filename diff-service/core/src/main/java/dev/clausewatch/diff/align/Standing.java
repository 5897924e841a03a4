package dev.clausewatch.diff.align;

import dev.clausewatch.diff.align.StandingWords.Place;
import dev.clausewatch.diff.segment.Provision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The provisions of one text without partner whose words the other text has all the same, so that they neither came nor went.
 *
 * @param places by position: where in the other text
 * @param copies those of which the text has another copy, with a partner, that holds where they stand
 */
record Standing(Map<Integer, Place> places, Set<Integer> copies) {

    static final Standing NONE = new Standing(Map.of(), Set.of());

    Standing {
        places = Map.copyOf(places);
        copies = Set.copyOf(copies);
    }

    static Standing of(
            Map<Integer, Place> places, List<Provision> provisions, List<Provision> others, IntPredicate isOpen) {
        return places.isEmpty() ? NONE : new Standing(places, Copies.collapsed(provisions, others, isOpen));
    }
}
