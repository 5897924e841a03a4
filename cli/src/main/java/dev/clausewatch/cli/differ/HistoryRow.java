package dev.clausewatch.cli.differ;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document in a file of histories.
 *
 * @param seq order of the versions; not negative
 * @param service name of the platform
 * @param termsType such as {@code Privacy Policy}
 * @param date when the text was first seen
 * @param kind {@code technical} when another way of reading changed the text and not the site
 * @param content the text, as Markdown
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HistoryRow(
        long seq,
        String service,
        String termsType,
        OffsetDateTime date,
        @Nullable String kind,
        String content) {

    boolean technical() {
        return "technical".equals(kind);
    }
}
