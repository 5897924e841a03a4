package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Part of a page, as Open Terms Archive declarations write it: a CSS selector, or a range between two of them.
 *
 * @param css the selector, when it is not a range
 * @param startBefore the range starts before this element
 * @param startAfter the range starts after this element
 * @param endBefore the range ends before this element
 * @param endAfter the range ends after this element
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Selector(
        @Nullable String css,
        @Nullable String startBefore,
        @Nullable String startAfter,
        @Nullable String endBefore,
        @Nullable String endAfter) {

    /** A plain CSS selector. */
    public static Selector css(String css) {
        return new Selector(css, null, null, null, null);
    }
}
