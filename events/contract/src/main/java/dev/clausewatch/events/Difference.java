package dev.clausewatch.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the words that changed in a provision come to, apart from what the whole clause says.
 *
 * @param types those types of the clause that the changed words concern; none where they concern none
 * @param areas which law is engaged by them
 * @param direction what it does to those bound; absent where that is not clear
 * @param reason why it is worse or better, in a sentence that quotes the words; absent where no words decided it
 * @param consequence what it does to whom, in one line without an end; absent where there is nothing to say, and in events of earlier releases
 * @param analysis what follows for those bound, and what to ask, in at most five lines; each has words, a figure or a law of this change; absent where
 *     nothing is told, and in events of earlier releases
 */
public record Difference(
        List<String> types,
        List<String> areas,
        @Nullable Direction direction,
        @Nullable String reason,
        @Nullable String consequence,
        @Nullable List<String> analysis) {

    public Difference {
        types = Lists.copy(types);
        areas = Lists.copy(areas);
        analysis = analysis == null ? null : List.copyOf(analysis);
    }

    /** A difference of which no more is told. */
    public Difference(List<String> types, List<String> areas, @Nullable Direction direction, @Nullable String reason) {
        this(types, areas, direction, reason, null, null);
    }

    /** The same with what it comes to. */
    public Difference telling(@Nullable String other, @Nullable List<String> lines) {
        return new Difference(types, areas, direction, reason, other, lines);
    }
}
