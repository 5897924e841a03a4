package dev.clausewatch.crawler.archive;

import dev.clausewatch.events.Origin;
import java.time.Instant;
import java.util.List;

/**
 * The newest snapshot of a document, without its text.
 *
 * @param id {@link dev.clausewatch.events.Ids#snapshot}
 * @param sequence 1, 2, 3 …
 * @param textHash SHA-256 of the text
 * @param origin whether we captured it or an archive did
 * @param capturedAt when
 * @param sources its pages; none of an imported one
 */
public record Snapshot(
        String id, long sequence, String textHash, Origin origin, Instant capturedAt, List<CapturedSource> sources) {

    public Snapshot {
        sources = List.copyOf(sources);
    }

    /** The addresses that were asked, in order. */
    public List<String> urls() {
        return sources.stream().map(source -> source.raw().url()).toList();
    }
}
