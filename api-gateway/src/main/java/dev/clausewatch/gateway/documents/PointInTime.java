package dev.clausewatch.gateway.documents;

import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day in UTC, or a moment, that is asked about. Of a day, whatever stood at its end is meant.
 *
 * @param asked as it was asked
 * @param from its first moment
 * @param until its last moment; of today, now
 */
record PointInTime(String asked, Instant from, Instant until) {

    private static final Duration TICK = Duration.ofNanos(1000);
    private static final int LENGTH_OF_DAY = "2026-01-01".length();

    /** What a parameter asks about; null when it is not given. */
    static @Nullable PointInTime read(String parameter, @Nullable String value, Instant now) {
        Instant from = Parameters.time(parameter, value);
        String asked = Parameters.text(value);
        if (from == null || asked == null) {
            return null;
        }
        if (from.isAfter(now)) {
            throw Problem.parameter(parameter, asked, "it is still to come; nothing can be known of it yet", List.of());
        }
        Instant end =
                asked.length() == LENGTH_OF_DAY ? from.plus(Duration.ofDays(1)).minus(TICK) : from;
        return new PointInTime(asked, from, end.isAfter(now) ? now : end);
    }

    /** The newest that is known, for who asks about no day: whenever it was seen. */
    static PointInTime now(Instant now) {
        return new PointInTime("now", Instant.EPOCH, now);
    }
}
