package dev.clausewatch.events;

import org.jspecify.annotations.Nullable;

/**
 * A law that a provision engages.
 *
 * @param instrument id of the register
 * @param pinpoint where in it, as a lawyer would cite it, such as {@code Art. 28(2)}; absent where the whole is meant
 * @param named whether the provision itself names it, or who enforces it
 */
public record EngagedLaw(String instrument, @Nullable String pinpoint, boolean named) {

    public EngagedLaw {
        Required.text(instrument, "instrument");
    }
}
