package dev.clausewatch.crawler.document;

import dev.clausewatch.crawler.declaration.DocumentDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document of the registry.
 *
 * @param definition as declared
 * @param origin who declared it
 * @param registeredAt when this declaration came into force
 * @param retiredAt when it was retired; absent while it is watched
 */
public record RegisteredDocument(
        DocumentDefinition definition,
        DocumentOrigin origin,
        Instant registeredAt,
        @Nullable Instant retiredAt) {

    /** Whether it is captured. */
    public boolean watched() {
        return retiredAt == null;
    }
}
