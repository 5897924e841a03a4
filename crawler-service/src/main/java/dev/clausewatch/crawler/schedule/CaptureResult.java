package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.archive.Reading;
import dev.clausewatch.events.CaptureCause;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a capture ended, before anything is written. */
sealed interface CaptureResult {

    /** Every server says that its page is the one we have. */
    record Unchanged() implements CaptureResult {}

    /**
     * The document was read.
     *
     * @param reading what it says now
     * @param upgrade why it is read in another way than the newest snapshot; absent when it is not
     * @param reread the newest snapshot's pages as they read now
     * @param validators for the next time
     */
    record Read(
            Reading reading,
            @Nullable CaptureCause upgrade,
            @Nullable Reading reread,
            List<SourceValidators> validators)
            implements CaptureResult {}

    /**
     * No text.
     *
     * @param refused the bytes that were refused, if there are any
     */
    record Failed(
            FailureReason reason,
            String detail,
            String url,
            @Nullable Integer status,
            @Nullable Duration retryAfter,
            @Nullable RawBytes refused,
            @Nullable String mediaType)
            implements CaptureResult {}
}
