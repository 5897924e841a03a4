package dev.clausewatch.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provision with its words.
 *
 * @param id lasts across versions
 * @param number as printed
 * @param headingPath the headings above it, outermost first
 * @param intro the words that introduce the list it is an item of
 * @param text its own words, as they stand in the snapshot's text from {@code start} to {@code end}
 * @param start offset into the snapshot's text, in Unicode code points
 * @param end behind its last code point
 */
public record ProvisionText(
        String id,
        @Nullable String number,
        List<String> headingPath,
        @Nullable String intro,
        String text,
        int start,
        int end) {

    public ProvisionText {
        Required.text(id, "id");
        Required.present(text, "text");
        headingPath = Lists.copy(headingPath);
    }

    ProvisionText withoutHeadings() {
        return new ProvisionText(id, number, List.of(), null, text, start, end);
    }

    ProvisionText withoutText() {
        return new ProvisionText(id, null, List.of(), null, "", start, end);
    }
}
