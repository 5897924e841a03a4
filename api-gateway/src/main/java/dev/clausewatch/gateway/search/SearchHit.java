package dev.clausewatch.gateway.search;

import dev.clausewatch.search.EntryKind;
import dev.clausewatch.search.Found;
import dev.clausewatch.search.Snippet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A provision or change that was found.
 *
 * @param kind {@code PROVISION} or {@code CHANGE}
 * @param id of it
 * @param link address of its page
 * @param document where it stands
 * @param headings the headings above a provision, outermost first; the headline of a change
 * @param number of a provision, as printed
 * @param types what it does
 * @param areas the regulatory areas that follow
 * @param severity of a change, the highest of its provisions
 * @param date since when a provision has these words; when the text of a change was first seen
 * @param foundBy {@code WORDS} when most of the words are there, otherwise {@code MEANING}
 * @param snippet the words that fit best; the beginning when it was found by meaning
 */
public record SearchHit(
        String kind,
        String id,
        String link,
        Place document,
        List<String> headings,
        @Nullable String number,
        List<String> types,
        List<String> areas,
        @Nullable String severity,
        Instant date,
        String foundBy,
        Words snippet) {

    /**
     * The document of what was found.
     *
     * @param id names it
     * @param platform slug of its platform
     * @param platformName name of its platform
     * @param termsType terms type
     * @param language BCP 47 tag, where known
     */
    @Schema(name = "SearchedDocument")
    public record Place(
            String id,
            String platform,
            String platformName,
            String termsType,
            @Nullable String language) {

        static Place of(Found found) {
            return new Place(
                    found.document().id(),
                    found.document().platform(),
                    found.document().platformName(),
                    found.document().termsType(),
                    found.document().language());
        }
    }

    /**
     * A run of words, without Markdown.
     *
     * @param text the words
     * @param marks those that were asked for, in order
     * @param fromStart whether it begins where the provision begins
     * @param toEnd whether it ends where that ends
     */
    @Schema(name = "SearchSnippet")
    public record Words(String text, List<Mark> marks, boolean fromStart, boolean toEnd) {

        static Words of(Snippet snippet) {
            return new Words(
                    snippet.text(),
                    snippet.marks().stream()
                            .map(mark -> new Mark(mark.start(), mark.end()))
                            .toList(),
                    snippet.fromStart(),
                    snippet.toEnd());
        }
    }

    /** Offsets into the text of a snippet, in Unicode code points, half open. */
    @Schema(name = "SearchMark")
    public record Mark(int start, int end) {}

    static SearchHit of(EntryKind kind, Found found) {
        return new SearchHit(
                kind.name(),
                found.id(),
                link(kind, found.id()),
                Place.of(found),
                found.headings(),
                found.number(),
                found.types(),
                found.areas(),
                Objects.toString(found.severity(), null),
                found.date(),
                found.byWords() ? "WORDS" : "MEANING",
                Words.of(found.snippet()));
    }

    static String link(EntryKind kind, String id) {
        return (kind == EntryKind.PROVISION ? "/provisions/" : "/changes/") + id;
    }
}
