package dev.clausewatch.gateway.sidebyside;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Platforms side by side.
 *
 * @param platforms in the order in which they were asked for
 * @param types what any of them has, or the one type that was asked for; those that most of them have first
 * @param building whether the index lacks something that the read model has, so that nothing is told to be lacking
 */
public record PlatformComparison(List<Side> platforms, List<TypeRow> types, boolean building) {

    /** Whether a platform has provisions of a type. */
    public enum Presence {
        /** It has. */
        HAS,
        /** All of its provisions are assessed, and none is of the type. */
        NONE_FOUND,
        /** None is known to be, and some are not assessed, or none is known at all. */
        NOT_KNOWN
    }

    /**
     * One of the platforms.
     *
     * @param platform slug
     * @param name its name
     * @param provisions how many stand in its documents
     * @param pending how many of them wait to be assessed
     * @param unassessed how many of them could not be assessed
     */
    @Schema(name = "ComparedPlatform")
    public record Side(String platform, String name, long provisions, long pending, long unassessed) {}

    /**
     * What the platforms have of a type.
     *
     * @param type its id
     * @param title for people
     * @param cells one for each platform, in their order
     */
    @Schema(name = "ComparedType")
    public record TypeRow(String type, String title, List<Cell> cells) {}

    /**
     * What a platform has of a type.
     *
     * @param platform slug
     * @param presence whether it has any
     * @param count how many
     * @param clauses the first of them, by document, where one type was asked for
     */
    @Schema(name = "ComparedCell")
    public record Cell(String platform, Presence presence, long count, List<Clause> clauses) {}

    /**
     * A provision as it stands.
     *
     * @param id lasts across versions
     * @param link address of its page
     * @param document id of its document
     * @param termsType of its document
     * @param headings the headings above it, outermost first
     * @param number as printed
     * @param since since when it has these words
     * @param text its words, without Markdown
     */
    @Schema(name = "ComparedClause")
    public record Clause(
            String id,
            String link,
            String document,
            String termsType,
            List<String> headings,
            @Nullable String number,
            Instant since,
            String text) {}
}
