package dev.clausewatch.classifier.learn;

import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.rules.RuleResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;

/**
 * The encoder beside the quick model. It takes far longer, so that it is asked only about provisions that leave the quick model in doubt
 * (a cascade). Immutable; thread-safe as its encoder is.
 */
public final class EncoderStack {

    private static final Logger LOG = System.getLogger(EncoderStack.class.getName());

    /** A type is no doubt below and from these confidences of the quick model: closer together they lose what the encoder would correct. */
    private static final double CLEARLY_NOT = 0.1;

    private static final double CLEARLY = 0.9;

    private final TypeScorer encoder;
    private final StackWeights weights;
    private final List<String> types;

    /** For each type its place among the encoder's. */
    private final int[] places;

    /**
     * A stack.
     *
     * @param types those of the quick model, in its order
     * @throws IllegalArgumentException if the weights are another encoder's, or the encoder lacks a type
     */
    public EncoderStack(TypeScorer encoder, StackWeights weights, List<String> types) {
        if (!encoder.id().equals(weights.encoderId())) {
            throw new IllegalArgumentException(
                    "model/stack.yaml was fitted with %s and this build has %s. Train anew, which fits it."
                            .formatted(weights.encoderId(), encoder.id()));
        }
        this.encoder = encoder;
        this.weights = weights;
        this.types = List.copyOf(types);
        this.places = types.stream().mapToInt(encoder.types()::indexOf).toArray();
        if (Arrays.stream(places).anyMatch(place -> place < 0)) {
            throw new IllegalArgumentException("The encoder lacks one of the types " + types);
        }
    }

    /** Whether these confidences of the quick model leave a doubt that the encoder is to be asked about. */
    public static boolean leavesDoubt(double[] quick) {
        return Arrays.stream(quick).anyMatch(confidence -> confidence >= CLEARLY_NOT && confidence < CLEARLY);
    }

    /**
     * For each type how likely the provision has it, 0 to 1, after all have been asked. Where the encoder fails, as while it is closed at
     * the end of the process, the quick model's word stands, and the log says so.
     *
     * @param quick what the quick model says, in the order of its types
     */
    public double[] confidences(ProvisionInput provision, RuleResult reading, double[] quick) {
        double[] scores;
        try {
            scores = encoder.scores(provision);
        } catch (IllegalStateException e) {
            LOG.log(Level.WARNING, "The quick model decides alone about a provision reason={0}", e.getMessage());
            return quick.clone();
        }
        double[] confidences = new double[quick.length];
        for (int i = 0; i < quick.length; i++) {
            confidences[i] = weights.confidence(quick[i], scores[places[i]], reading, types.get(i));
        }
        return confidences;
    }

    /** What tells its answers from those without an encoder or with another one. */
    public String id() {
        return encoder.id();
    }
}
