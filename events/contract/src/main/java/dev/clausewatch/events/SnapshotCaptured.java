package dev.clausewatch.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document was captured and its text differs from that of the last snapshot, because the page or our way of reading it changed.
 *
 * @param document the document
 * @param snapshotId {@link Ids#snapshot}
 * @param sequence 1, 2, 3 … per document, without gaps
 * @param previousSnapshotId the snapshot before; absent for the first
 * @param origin live or imported
 * @param cause why the text differs
 * @param capturedAt when the page was read; for imports the date of the archive
 * @param text in our text format, at most {@link Limits#TEXT_BYTES} as UTF-8
 * @param textHash SHA-256 of the text, lower-case hex
 * @param sources the bytes it was read from, in order; empty for imports
 * @param extractor what turned bytes into text
 * @param archivedIn where the text is in its archive; absent for a live snapshot and in events of older releases
 */
public record SnapshotCaptured(
        DocumentRef document,
        String snapshotId,
        long sequence,
        @Nullable String previousSnapshotId,
        Origin origin,
        CaptureCause cause,
        Instant capturedAt,
        String text,
        String textHash,
        List<RawCapture> sources,
        ToolVersion extractor,
        @Nullable ArchivedIn archivedIn)
        implements EventData {

    public SnapshotCaptured {
        Required.present(document, "document");
        Required.text(snapshotId, "snapshotId");
        if (sequence < 1) {
            throw new IllegalArgumentException("field sequence must be 1 or more");
        }
        Required.present(origin, "origin");
        Required.present(cause, "cause");
        Required.present(capturedAt, "capturedAt");
        Required.present(text, "text");
        Required.text(textHash, "textHash");
        Required.present(extractor, "extractor");
        sources = Lists.copy(sources);
    }

    /** A snapshot without a place in an archive. */
    public SnapshotCaptured(
            DocumentRef document,
            String snapshotId,
            long sequence,
            @Nullable String previousSnapshotId,
            Origin origin,
            CaptureCause cause,
            Instant capturedAt,
            String text,
            String textHash,
            List<RawCapture> sources,
            ToolVersion extractor) {
        this(
                document,
                snapshotId,
                sequence,
                previousSnapshotId,
                origin,
                cause,
                capturedAt,
                text,
                textHash,
                sources,
                extractor,
                null);
    }

    @Override
    public String key() {
        return document.id();
    }
}
