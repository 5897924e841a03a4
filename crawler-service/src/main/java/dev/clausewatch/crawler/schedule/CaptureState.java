package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.document.DocumentDefinition;
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
        List<KnownPage> pages) {

    CaptureState {
        pages = List.copyOf(pages);
    }

    /** Whether the newest snapshot was read as it would be read now. */
    boolean readTheSameWay(String extractor) {
        return definition.readingHash().equals(readDefinition) && extractor.equals(readExtractor);
    }

    Optional<KnownPage> page(String url) {
        return pages.stream().filter(known -> known.url().equals(url)).findFirst();
    }
}
