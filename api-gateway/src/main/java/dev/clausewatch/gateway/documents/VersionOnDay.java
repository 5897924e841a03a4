package dev.clausewatch.gateway.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The version of a document that stood on a day, and how well that is known.
 *
 * @param on the day or moment as it was asked, or {@code now}
 * @param knowledge how well it is known
 * @param note the same in a sentence
 * @param upToDateAsOf up to when the document's present text is known; later, it may have changed unseen
 * @param laterVersions how many texts came since; with any, the version is not the current one
 * @param version the version
 */
public record VersionOnDay(
        String on,
        Knowledge knowledge,
        String note,
        @Nullable Instant upToDateAsOf,
        long laterVersions,
        Version version) {

    /** How well it is known what stood. */
    public enum Knowledge {
        /** The text was seen on that day, or before it and after it. */
        SEEN,
        /** It was last seen to stand before, and another text was first seen after: either may have stood. */
        BETWEEN,
        /** It was last seen to stand before, and the document was not read since. */
        NOT_SEEN_SINCE
    }
}
