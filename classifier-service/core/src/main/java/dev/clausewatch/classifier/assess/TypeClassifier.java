package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.learn.EncoderStack;
import dev.clausewatch.classifier.learn.TypeModel;
import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.rules.RuleResult;
import dev.clausewatch.classifier.rules.RuleSet;
import dev.clausewatch.classifier.rules.Words;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides the types of a provision. The model decides, with the rules as features, and where it is in doubt the encoder with it; a rule
 * that the model was not trained with, one that is marked certain, and a veto decide by themselves. Evidence is the words that rules found, and where none did the sentence that the
 * model was moved by. Immutable and thread-safe.
 */
public final class TypeClassifier {

    /** From this confidence on a type is given; chosen by cross-validation on the development provisions. */
    static final double THRESHOLD = 0.35;

    private static final int MAX_EVIDENCE = 5;
    private static final double PER_CENT = 100;

    private final RuleSet rules;
    private final TypeModel model;
    private final @Nullable EncoderStack encoder;

    /** A reader with these rules, and the model trained with them. */
    public TypeClassifier(RuleSet rules, TypeModel model) {
        this(rules, model, null);
    }

    /**
     * The same with an encoder.
     *
     * @param encoder absent where there is none
     */
    public TypeClassifier(RuleSet rules, TypeModel model, @Nullable EncoderStack encoder) {
        this.rules = rules;
        this.model = model;
        this.encoder = encoder;
    }

    /** The same rules and model without an encoder. */
    TypeClassifier withoutEncoder() {
        return encoder == null ? this : new TypeClassifier(rules, model);
    }

    /** The types of a provision, at most three, surest first; the evidence points into its text and is said to be of this side. */
    public List<ProvisionType> types(ProvisionInput provision, Side side) {
        List<Words.Word> words = Words.of(provision);
        RuleResult reading = rules.read(provision, words);
        return confidences(provision, words, reading).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(RuleSet.MAX_TYPES)
                .map(type -> new ProvisionType(
                        type.getKey(), type.getValue(), evidence(type.getKey(), words, reading, side)))
                .toList();
    }

    /** Of the types that are given. */
    private Map<String, Double> confidences(ProvisionInput provision, List<Words.Word> words, RuleResult reading) {
        double[] quick = model.confidences(provision, words, reading);
        double[] learned = encoder != null && EncoderStack.leavesDoubt(quick)
                ? encoder.confidences(provision, reading, quick)
                : quick;
        Map<String, Double> confidences = new HashMap<>();
        for (int i = 0; i < learned.length; i++) {
            double confidence = rounded(learned[i]);
            if (confidence >= THRESHOLD) {
                confidences.put(model.types().get(i), confidence);
            }
        }
        reading.decided().stream()
                .filter(finding -> finding.confidence() >= THRESHOLD)
                .filter(finding -> finding.matches().stream().anyMatch(match -> !model.knows(match.decidedBy())))
                .forEach(finding -> confidences.merge(finding.type(), finding.confidence(), Math::max));
        confidences.keySet().removeAll(reading.vetoed());
        reading.certain()
                .forEach(finding -> confidences.merge(finding.type(), rounded(finding.confidence()), Math::max));
        return confidences;
    }

    private List<EvidenceSpan> evidence(String type, List<Words.Word> words, RuleResult reading, Side side) {
        List<EvidenceSpan> evidence = new ArrayList<>();
        reading.findings().stream()
                .filter(finding -> finding.type().equals(type))
                .flatMap(finding -> finding.matches().stream())
                .limit(MAX_EVIDENCE)
                .forEach(match -> evidence.add(new EvidenceSpan(side, match.start(), match.end(), match.decidedBy())));
        if (evidence.isEmpty()) {
            Words.Span sentence = model.drivingSentence(words, type);
            evidence.add(new EvidenceSpan(side, sentence.start(), sentence.end(), "model/" + type));
        }
        return List.copyOf(evidence);
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * PER_CENT) / PER_CENT;
    }
}
