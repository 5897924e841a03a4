package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date that a document states about itself, such as {@code Last updated: 3 March 2026}. It is the platform's statement; we do not check
 * it.
 *
 * @param label what the date is said to be
 * @param text the date as printed
 * @param date the day; absent where the text is ambiguous or names no day, such as {@code 03/04/2026} or {@code March 2026}
 * @param start first code point of the date in the snapshot's text
 * @param end behind its last code point
 */
public record StatedDate(Label label, String text, @Nullable LocalDate date, int start, int end) {

    public StatedDate {
        Required.present(label, "label");
        Required.text(text, "text");
    }

    /** What a date is said to be. */
    public enum Label {
        /** Last updated, modified, revised or published. */
        UPDATED,
        /** In force from then on. */
        EFFECTIVE,
        /** A date without a label, or a value of a newer release. */
        @JsonEnumDefaultValue
        OTHER
    }
}
