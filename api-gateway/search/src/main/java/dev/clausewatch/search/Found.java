package dev.clausewatch.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry that was found.
 *
 * @param id of the provision or change
 * @param document where it stands
 * @param headings the headings above a provision, outermost first; the headline of a change
 * @param number of a provision, as printed
 * @param types what it does
 * @param areas the regulatory areas that follow
 * @param severity of a change, the highest of its provisions
 * @param date since when a provision has these words; when the text of a change was first seen
 * @param text all of its words, without Markdown
 * @param snippet the words that fit best; the beginning when it was found by meaning
 * @param byWords whether most of the words asked for are there; otherwise it was found by its meaning alone
 * @param score how well it fits; comparable within one answer only
 * @param similarity how near in meaning, from -1 to 1; 0 when that is not known
 */
public record Found(
        String id,
        EntryDocument document,
        List<String> headings,
        @Nullable String number,
        List<String> types,
        List<String> areas,
        Trait.@Nullable Severity severity,
        Instant date,
        String text,
        Snippet snippet,
        boolean byWords,
        double score,
        double similarity) {

    public Found {
        headings = List.copyOf(headings);
        types = List.copyOf(types);
        areas = List.copyOf(areas);
    }
}
