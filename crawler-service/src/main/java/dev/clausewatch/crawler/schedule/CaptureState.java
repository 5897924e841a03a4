package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.document.DocumentDefinition;
import dev.clausewatch.crawler.fetch.Validators;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document when it is captured.
 *
 * @param definition as declared
 * @param health of its source
 * @param readDefinition {@link DocumentDefinition#readingHash} of the last capture that worked
 * @param readExtractor extractor of it
 * @param validators of it
 */
record CaptureState(
        DocumentDefinition definition,
        SourceHealth health,
        @Nullable String readDefinition,
        @Nullable String readExtractor,
        List<SourceValidators> validators) {

    CaptureState {
        validators = List.copyOf(validators);
    }

    /** Whether the newest snapshot was read as it would be read now. */
    boolean readTheSameWay(String extractor) {
        return definition.readingHash().equals(readDefinition) && extractor.equals(readExtractor);
    }

    Validators validatorsOf(String url) {
        return validators.stream()
                .filter(known -> known.url().equals(url))
                .map(SourceValidators::validators)
                .findFirst()
                .orElse(Validators.NONE);
    }
}
