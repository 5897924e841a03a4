package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.events.CaptureCause;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document when it is captured.
 *
 * @param definition as declared
 * @param health of its source
 * @param readDefinition {@link DocumentDefinition#readingHash} of the last capture that worked
 * @param readExtractor extractor of it
 * @param pages what it left of each page
 */
record CaptureState(
        DocumentDefinition definition,
        SourceHealth health,
        @Nullable String readDefinition,
        @Nullable String readExtractor,
        List<PreviousPage> pages) {

    CaptureState {
        pages = List.copyOf(pages);
    }

    /** Why the pages are extracted differently than the last time; null if they are not. */
    @Nullable
    CaptureCause upgrade(String extractor) {
        if (!definition.readingHash().equals(readDefinition)) {
            return CaptureCause.DECLARATION_UPGRADE;
        }
        return extractor.equals(readExtractor) ? null : CaptureCause.EXTRACTOR_UPGRADE;
    }

    Optional<PreviousPage> page(String url) {
        return pages.stream().filter(known -> known.url().equals(url)).findFirst();
    }
}
