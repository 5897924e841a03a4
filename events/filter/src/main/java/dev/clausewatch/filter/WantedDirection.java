package dev.clausewatch.filter;

import dev.clausewatch.events.Direction;
import org.jspecify.annotations.Nullable;

/** A direction as a filter asks for it. */
public enum WantedDirection {
    WORSE,
    BETTER,
    MIXED,
    NEUTRAL,
    /** It was assessed, and is not clear. */
    UNCLEAR;

    /** That of a difference which was assessed. */
    static WantedDirection of(@Nullable Direction direction) {
        return switch (direction) {
            case WORSE -> WORSE;
            case BETTER -> BETTER;
            case MIXED -> MIXED;
            case NEUTRAL -> NEUTRAL;
            case UNKNOWN -> UNCLEAR;
            case null -> UNCLEAR;
        };
    }
}
