package dev.clausewatch.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; what is null does not matter. Type, area and severity are asked of one and the same provision.
 *
 * @param kind what they are
 * @param platform slug or name, in any case
 * @param document id
 * @param termsType in any case
 * @param language BCP 47 tag, in any case; {@code en} finds {@code en-GB} too
 * @param area id of a regulatory area
 * @param type id of what a provision does
 * @param severity at least this
 * @param since dated then or later
 * @param until dated before
 */
public record SearchFilter(
        EntryKind kind,
        @Nullable String platform,
        @Nullable String document,
        @Nullable String termsType,
        @Nullable String language,
        @Nullable String area,
        @Nullable String type,
        Trait.@Nullable Severity severity,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** All of a kind. */
    public static SearchFilter all(EntryKind kind) {
        return new SearchFilter(kind, null, null, null, null, null, null, null, null, null);
    }
}
