package dev.clausewatch.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document is no longer watched; what was captured stays.
 *
 * @param document the document
 * @param sources the pages it is made of, in order; empty when it came from an archive only
 * @param category what kind of platform, as declared; such as {@code ai-assistant}
 * @param cadence time between two captures; absent when it is not captured
 * @param since when it was retired
 */
public record DocumentRetired(
        DocumentRef document,
        List<Source> sources,
        @Nullable String category,
        @Nullable Duration cadence,
        Instant since)
        implements EventData {

    public DocumentRetired {
        Required.present(document, "document");
        Required.present(since, "since");
        sources = Lists.copy(sources);
    }

    @Override
    public String key() {
        return document.id();
    }
}
