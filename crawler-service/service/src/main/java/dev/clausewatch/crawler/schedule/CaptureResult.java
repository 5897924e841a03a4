package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.archive.DocumentText;
import dev.clausewatch.crawler.archive.DocumentText.ReadPage;
import dev.clausewatch.events.CaptureCause;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a capture ended, before anything is written. */
sealed interface CaptureResult {

    /**
     * The pages are those that were read the last time, so their text is the newest snapshot's.
     *
     * @param notModified whether every server said so (304)
     * @param pages what is known of them for the next time
     */
    record Unchanged(boolean notModified, List<PreviousPage> pages) implements CaptureResult {}

    /**
     * The document was read.
     *
     * @param reading what it says now
     * @param upgrade why it is read in another way than the newest snapshot; absent when it is not
     * @param pages what is known of its pages for the next time
     */
    record Read(DocumentText reading, @Nullable CaptureCause upgrade, List<PreviousPage> pages)
            implements CaptureResult {}

    /**
     * The newest snapshot's own pages, read in today's way before the sites are asked. The claim goes on.
     *
     * @param reading what they say
     * @param upgrade why they are read in another way
     */
    record Reread(DocumentText reading, CaptureCause upgrade) implements CaptureResult {}

    /**
     * No text.
     *
     * @param refused the page that was refused, if there is one
     */
    record Failed(
            FailureReason reason,
            String detail,
            String url,
            @Nullable Integer status,
            @Nullable Duration retryAfter,
            @Nullable ReadPage refused)
            implements CaptureResult {}
}
