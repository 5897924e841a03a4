package dev.clausewatch.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the classifier reads of a provision: provisions with the same wording mean the same, in whatever document they stand.
 *
 * @param id {@link Ids#wording} of the rest
 * @param termsType of the document, such as {@code Terms of Service}
 * @param language of the document, where known
 * @param headingPath the headings above it, outermost first
 * @param intro the words that introduce the list it is an item of
 * @param text its own words
 */
public record Wording(
        String id,
        String termsType,
        @Nullable String language,
        List<String> headingPath,
        @Nullable String intro,
        String text) {

    public Wording {
        Required.text(id, "id");
        Required.text(termsType, "termsType");
        Required.present(text, "text");
        headingPath = Lists.copy(headingPath);
    }

    /** The wording of a provision in a document. */
    public static Wording of(DocumentRef document, List<String> headingPath, @Nullable String intro, String text) {
        return new Wording(
                Ids.wording(document.termsType(), document.language(), headingPath, intro, text),
                document.termsType(),
                document.language(),
                headingPath,
                intro,
                text);
    }
}
