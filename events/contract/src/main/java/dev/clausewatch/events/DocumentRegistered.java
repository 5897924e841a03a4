package dev.clausewatch.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document is watched, or its declaration changed. Each event is complete: the newest one of a document replaces all earlier ones.
 *
 * @param document the document
 * @param sources the pages it is made of, in order; empty when it came from an archive only
 * @param category what kind of platform, as declared; such as {@code ai-assistant}
 * @param cadence time between two captures; absent when it is not captured
 * @param since when this declaration came into force
 */
public record DocumentRegistered(
        DocumentRef document,
        List<Source> sources,
        @Nullable String category,
        @Nullable Duration cadence,
        Instant since)
        implements EventData {

    public DocumentRegistered {
        Required.present(document, "document");
        Required.present(since, "since");
        sources = Lists.copy(sources);
    }

    @Override
    public String key() {
        return document.id();
    }
}
