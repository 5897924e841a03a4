package dev.clausewatch.search;

import org.jspecify.annotations.Nullable;

/**
 * The document of an entry.
 *
 * @param id names it
 * @param platform slug of its platform
 * @param platformName name of its platform
 * @param termsType terms type
 * @param language BCP 47 tag, where known
 */
public record EntryDocument(
        String id,
        String platform,
        String platformName,
        String termsType,
        @Nullable String language) {}
