package dev.clausewatch.classifier.law;

import dev.clausewatch.events.EngagedLaw;
import org.jspecify.annotations.Nullable;

/**
 * A law that a clause engages.
 *
 * @param instrument id of the register
 * @param pinpoint the place in it; absent for the whole
 * @param why what engages it
 */
public record FittingLaw(String instrument, @Nullable String pinpoint, Why why) {

    /** What engages a law. */
    public enum Why {
        /** The clause names it, or who enforces it. */
        NAMED,
        /** Its words do. */
        WORDS,
        /** What the clause does, for such a document, does. */
        TYPE
    }

    /** As it stands in an event. */
    public EngagedLaw engaged() {
        return new EngagedLaw(instrument, pinpoint, why == Why.NAMED);
    }

    FittingLaw named() {
        return new FittingLaw(instrument, pinpoint, Why.NAMED);
    }
}
