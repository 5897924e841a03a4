package dev.clausewatch.gateway.search;

import dev.clausewatch.search.Answer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was found, best first, with counts over all of it.
 *
 * @param items the part
 * @param next the cursor of the part that follows; absent at the end
 * @param total how many were found in all
 * @param counts over all that was found
 * @param building whether the index lacks something that the read model has
 */
public record SearchAnswer(List<SearchHit> items, @Nullable String next, long total, Counts counts, boolean building) {

    /**
     * How many were found of each.
     *
     * @param platforms by slug, most first
     * @param areas by id, most first
     * @param types by id, most first
     * @param days by day in UTC, the newest 366
     */
    @Schema(name = "SearchCounts")
    public record Counts(List<Count> platforms, List<Count> areas, List<Count> types, List<Count> days) {

        static Counts of(Answer.Counts counts) {
            return new Counts(
                    counts(counts.platforms()), counts(counts.areas()), counts(counts.types()), counts(counts.days()));
        }

        private static List<Count> counts(List<Answer.Count> counts) {
            return counts.stream()
                    .map(one -> new Count(one.value(), one.count()))
                    .toList();
        }
    }

    /** How many were found of one. */
    @Schema(name = "SearchCount")
    public record Count(String value, long count) {}
}
