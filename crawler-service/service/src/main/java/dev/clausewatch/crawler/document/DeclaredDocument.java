package dev.clausewatch.crawler.document;

import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.declaration.PastDeclaration;
import dev.clausewatch.events.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is declared, for the API.
 *
 * @param id of the document
 * @param declaration file name of its declaration without {@code .json}
 * @param origin who declared it
 * @param registeredAt when this declaration came into force
 * @param retiredAt when the document was retired; absent while it is watched
 * @param cadence time between two captures
 * @param category what kind of platform, where declared
 * @param sources the pages it is made of, in order
 * @param warnings what was accepted but not followed, for people
 * @param history how it was declared in earlier times, oldest first
 */
public record DeclaredDocument(
        String id,
        String declaration,
        DocumentOrigin origin,
        Instant registeredAt,
        @Nullable Instant retiredAt,
        Duration cadence,
        @Nullable String category,
        List<Source> sources,
        List<String> warnings,
        List<Past> history) {

    public DeclaredDocument {
        sources = List.copyOf(sources);
        warnings = List.copyOf(warnings);
        history = List.copyOf(history);
    }

    /** Sources that were in force up to a moment, that moment included. */
    public record Past(Instant validUntil, List<Source> sources) {

        public Past {
            sources = List.copyOf(sources);
        }
    }

    static DeclaredDocument of(RegisteredDocument document, List<PastDeclaration> history) {
        DocumentDefinition definition = document.definition();
        return new DeclaredDocument(
                definition.id(),
                definition.declaration(),
                document.origin(),
                document.registeredAt(),
                document.retiredAt(),
                definition.cadence(),
                definition.category(),
                definition.sources(),
                definition.warnings(),
                history.stream()
                        .map(past ->
                                new Past(past.validUntil(), past.definition().sources()))
                        .toList());
    }
}
