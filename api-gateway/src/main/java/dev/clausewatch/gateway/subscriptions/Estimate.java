package dev.clausewatch.gateway.subscriptions;

import dev.clausewatch.gateway.changes.ChangeSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would have come through a filter: changes that alert, retractions and what was withdrawn before it was told left out, by when their text was
 * first seen.
 *
 * @param sentence the filter in words
 * @param summary how many, in words
 * @param from since when changes are counted
 * @param to until when
 * @param complete whether all of that time was looked through; there is a limit to the time that it may take
 * @param changes how many would have come
 * @param perWeek the average
 * @param perDay the average
 * @param last when the text of the newest of them was first seen; absent where there is none
 * @param newest the newest of them, at most five
 */
public record Estimate(
        String sentence,
        String summary,
        Instant from,
        Instant to,
        boolean complete,
        int changes,
        double perWeek,
        double perDay,
        @Nullable Instant last,
        List<ChangeSummary> newest) {

    public Estimate {
        newest = List.copyOf(newest);
    }
}
