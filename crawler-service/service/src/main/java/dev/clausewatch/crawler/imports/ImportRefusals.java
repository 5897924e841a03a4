package dev.clausewatch.crawler.imports;

import dev.clausewatch.crawler.imports.ImportAnswer.Refusal;
import dev.clausewatch.crawler.imports.ImportedVersionRepository.Last;
import org.jspecify.annotations.Nullable;

/** Why a document is not imported, in words. */
final class ImportRefusals {

    private ImportRefusals() {}

    /** What came earlier cannot be put before what is known: each snapshot names the one before it. */
    static Refusal capturedLive(String document) {
        return new Refusal(
                "captured-live",
                "%s was captured from its site already, and a history cannot be put before that. Import it into an installation"
                                .formatted(document)
                        + " that has not captured it yet.");
    }

    static Refusal anotherHistory(String document, @Nullable Last last) {
        return new Refusal(
                "another-history",
                last == null
                        ? "%s is not imported up to where this goes on. Start the import again.".formatted(document)
                        : "%s is imported up to commit %s, and this does not follow it: it comes from another archive, or the archive's history was written anew."
                                .formatted(document, last.commit()));
    }
}
