package dev.clausewatch.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was found, best first, with counts over all of it.
 *
 * @param found the part
 * @param total how many were found in all
 * @param next where the rest goes on; absent at the end
 * @param counts over all that was found
 */
public record Answer(
        List<Found> found, long total, @Nullable Place next, Counts counts) {

    public Answer {
        found = List.copyOf(found);
    }

    /**
     * Where a list goes on: behind an entry.
     *
     * @param score its score
     * @param key which names it in the index
     */
    public record Place(float score, String key) {}

    /**
     * How many entries there are of each.
     *
     * @param platforms by slug
     * @param areas by id
     * @param types by id
     * @param days by day in UTC, newest first
     * @param states by {@link Entry.State}
     */
    public record Counts(
            List<Count> platforms, List<Count> areas, List<Count> types, List<Count> days, List<Count> states) {

        public Counts {
            platforms = List.copyOf(platforms);
            areas = List.copyOf(areas);
            types = List.copyOf(types);
            days = List.copyOf(days);
            states = List.copyOf(states);
        }
    }

    /**
     * How many there are of one.
     *
     * @param value slug, id or day
     * @param count above 0
     */
    public record Count(String value, long count) {

        /** How many there are of a value; 0 where it is not among those counted. */
        public static long of(List<Count> counts, String value) {
            return counts.stream()
                    .filter(one -> one.value().equals(value))
                    .mapToLong(Count::count)
                    .sum();
        }
    }
}
