package dev.clausewatch.classifier.learn;

import dev.clausewatch.classifier.rules.ProvisionInput;
import java.util.List;

/**
 * Says how likely a provision has each type, by its words alone: an opinion beside that of {@link TypeModel}, which knows the rules too.
 * Implementations are thread-safe, and may need native code, so that not every installation has one.
 */
public interface TypeScorer {

    /** The types it knows, by their ids, in the order of its {@link #scores}. */
    List<String> types();

    /**
     * For each type how likely the provision has it, 0 to 1, not calibrated. Rounded, so that last digits, which may differ between
     * processors, decide nothing.
     */
    double[] scores(ProvisionInput provision);

    /** What tells its answers from those of another model; kept with what they decided. */
    String id();
}
