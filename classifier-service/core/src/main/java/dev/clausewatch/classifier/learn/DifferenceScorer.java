package dev.clausewatch.classifier.learn;

import java.util.Map;

/**
 * Says what the words that changed in a provision do, by the words alone. Implementations are thread-safe, and may need native code, so that
 * not every installation has one.
 */
public interface DifferenceScorer {

    /**
     * How much speaks for each direction, severity, materiality and type of the difference, by their ids in lower case: logits, in
     * hundredths, so that last digits, which may differ between processors, decide nothing.
     *
     * @throws IllegalStateException if it is closed
     */
    Map<String, Double> differences(ChangedText change);
}
