package dev.clausewatch.gateway.search;

import dev.clausewatch.search.EntryKind;
import dev.clausewatch.search.Found;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How another platform handles what a provision handles.
 *
 * @param id of the other platform's provision
 * @param link address of its page
 * @param document where it stands
 * @param headings the headings above it, outermost first
 * @param number as printed
 * @param types what it does
 * @param since since when it has these words
 * @param text its words, without Markdown
 * @param similarity how near in meaning, up to 1
 */
public record SimilarProvision(
        String id,
        String link,
        SearchHit.Place document,
        List<String> headings,
        @Nullable String number,
        List<String> types,
        Instant since,
        String text,
        double similarity) {

    static SimilarProvision of(Found found) {
        return new SimilarProvision(
                found.id(),
                SearchHit.link(EntryKind.PROVISION, found.id()),
                SearchHit.Place.of(found),
                found.headings(),
                found.number(),
                found.types(),
                found.date(),
                found.text(),
                Math.round(found.similarity() * 1000) / 1000.0);
    }
}
