package dev.clausewatch.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Immutable copies for records; a list that an older event does not have reads as empty. */
final class Lists {

    private Lists() {}

    static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
