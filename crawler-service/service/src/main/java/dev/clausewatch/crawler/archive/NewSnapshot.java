package dev.clausewatch.crawler.archive;

import dev.clausewatch.crawler.evidence.EvidenceRecord;
import dev.clausewatch.events.SnapshotCaptured;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot to write.
 *
 * @param captured what is published of it
 * @param sources its pages, with all that is needed to read them again; none of an imported one
 * @param provenance where an imported one comes from, as JSON; absent for one of our own
 */
public record NewSnapshot(
        SnapshotCaptured captured,
        List<CapturedSource> sources,
        @Nullable String provenance) {

    public NewSnapshot {
        sources = List.copyOf(sources);
    }

    EvidenceRecord record() {
        return EvidenceRecord.of(
                captured,
                sources.stream()
                        .map(source -> new EvidenceRecord.Source(source.raw(), source.headers()))
                        .toList(),
                provenance);
    }
}
