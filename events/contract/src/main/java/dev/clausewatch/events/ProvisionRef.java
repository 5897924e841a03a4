package dev.clausewatch.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a provision stands in a version.
 *
 * @param id lasts across versions
 * @param number as printed, such as {@code 4.2} or {@code (b)}
 * @param headingPath the headings above it, outermost first
 * @param start offset into the snapshot's text, in Unicode code points
 * @param end behind its last code point
 */
public record ProvisionRef(String id, @Nullable String number, List<String> headingPath, int start, int end) {

    public ProvisionRef {
        Required.text(id, "id");
        headingPath = Lists.copy(headingPath);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("fields start and end must be 0 <= start <= end");
        }
    }
}
