package dev.clausewatch.classifier.learn;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** The encoder's word on differences, and from where on it counts. Immutable; thread-safe as its encoder is. */
public final class DifferenceStack {

    private static final Logger LOG = System.getLogger(DifferenceStack.class.getName());

    private final DifferenceScorer encoder;
    private final DifferenceCuts cuts;

    /**
     * A stack.
     *
     * @throws IllegalArgumentException if the cuts are another encoder's
     */
    public DifferenceStack(Encoder encoder, DifferenceCuts cuts) {
        if (!encoder.id().equals(cuts.encoderId())) {
            throw new IllegalArgumentException(
                    "model/differences.yaml was fitted with %s and this build has %s. Train anew, which fits it."
                            .formatted(cuts.encoderId(), encoder.id()));
        }
        this.encoder = encoder;
        this.cuts = cuts;
    }

    /**
     * What the encoder says of a change; nothing where it fails, as while it is closed at the end of the process: the quick models' word
     * then stands, and the log says so.
     */
    public Optional<DifferenceOpinion> ask(ChangedText change) {
        try {
            return Optional.of(opinion(encoder, change));
        } catch (IllegalStateException e) {
            LOG.log(Level.WARNING, "The quick models decide alone about a change reason={0}", e.getMessage());
            return Optional.empty();
        }
    }

    /** What an encoder says of a change. */
    public static DifferenceOpinion opinion(DifferenceScorer encoder, ChangedText change) {
        return new DifferenceOpinion(encoder.differences(change));
    }

    /** From where on its word counts. */
    public DifferenceCuts cuts() {
        return cuts;
    }
}
