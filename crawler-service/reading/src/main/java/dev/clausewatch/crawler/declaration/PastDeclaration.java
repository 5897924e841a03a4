package dev.clausewatch.crawler.declaration;

import java.time.Instant;

/**
 * How a document was declared in earlier times.
 *
 * @param validUntil the last moment at which it was in force
 * @param definition as declared then
 */
public record PastDeclaration(Instant validUntil, DocumentDefinition definition) {}
