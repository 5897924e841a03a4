package dev.clausewatch.crawler.imports;

import dev.clausewatch.events.CaptureCause;
import java.util.List;

/**
 * What the message of a commit says of its texts. The words are those of Open Terms Archive's engine (its file {@code
 * src/archivist/recorder/repositories/git/dataMapper.js}): today's {@code First record of}, {@code Record new changes of} and {@code
 * Apply technical or declaration upgrade on}; before 2023 {@code Start tracking}, {@code Update} and {@code Refilter}.
 */
final class RecordKind {

    private static final List<String> TECHNICAL = List.of("Apply technical or declaration upgrade on ", "Refilter ");

    private RecordKind() {}

    /** Another reading of the same page is the archive's doing; whatever else a commit says, the text is the site's. */
    static CaptureCause cause(String subject) {
        return TECHNICAL.stream().anyMatch(subject::startsWith) ? CaptureCause.EXTRACTOR_UPGRADE : CaptureCause.SITE;
    }
}
