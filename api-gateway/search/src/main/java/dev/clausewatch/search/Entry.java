package dev.clausewatch.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to be found.
 *
 * @param kind what it is
 * @param id of the provision or change
 * @param document where it stands
 * @param headings the headings above a provision, outermost first; the headline of a change
 * @param number of a provision, as printed
 * @param texts the words, in Markdown; of a change those that came, went or stood beside them
 * @param state how far a provision is assessed
 * @param traits what it does: one for a provision that is assessed, one for each provision that a change touched
 * @param date since when a provision has these words; when the text of a change was first seen
 */
public record Entry(
        EntryKind kind,
        String id,
        EntryDocument document,
        List<String> headings,
        @Nullable String number,
        List<String> texts,
        State state,
        List<Trait> traits,
        Instant date) {

    public Entry {
        headings = List.copyOf(headings);
        texts = List.copyOf(texts);
        traits = List.copyOf(traits);
    }

    /** How far a provision is assessed. */
    public enum State {
        ASSESSED,
        NOT_ASSESSED,
        PENDING
    }
}
