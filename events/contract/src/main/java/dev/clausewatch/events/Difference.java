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
 */
public record Difference(
        List<String> types,
        List<String> areas,
        @Nullable Direction direction,
        @Nullable String reason) {

    public Difference {
        types = Lists.copy(types);
        areas = Lists.copy(areas);
    }
}
