package dev.clausewatch.classifier.learn;

import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.rules.RuleResult;
import dev.clausewatch.classifier.rules.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How likely a provision has each type. Immutable and thread-safe; linear in the length of the provision. */
public final class TypeModel {

    private static final String FORMAT = "clausewatch-types 1";

    private final Vocabulary vocabulary;
    private final LinearModel model;

    /** The weights of features by their numbers in the vocabulary. */
    private final double[][] rows;

    private final Calibration alone;
    private final Calibration withRules;

    /**
     * A model.
     *
     * @param alone for types that the rules do not decide for
     * @param withRules for those that they do
     */
    public TypeModel(Vocabulary vocabulary, LinearModel model, Calibration alone, Calibration withRules) {
        this.vocabulary = vocabulary;
        this.model = model;
        this.rows = vocabulary.names().stream().map(model::row).toArray(double[][]::new);
        this.alone = alone;
        this.withRules = withRules;
    }

    /**
     * The model in two files.
     *
     * @param file as {@link #write} made it
     * @param space as {@link #writeSpace} made it
     * @throws IllegalArgumentException if one of them is no such file
     */
    public static TypeModel read(byte[] file, byte[] space) {
        LinearModelFile.Content content = LinearModelFile.read(FORMAT, file);
        List<Double> numbers = content.numbers();
        return new TypeModel(
                new Vocabulary(content.perFeature(), LatentSpace.read(space)),
                content.model(),
                new Calibration(numbers.get(0), numbers.get(1)),
                new Calibration(numbers.get(2), numbers.get(3)));
    }

    /** What its vocabulary knows of words that go together, as {@link #read} takes it. */
    public byte[] writeSpace() {
        return vocabulary.space().write();
    }

    /** As {@link #read} takes it; weights are rounded to thousandths. */
    public byte[] write() {
        return LinearModelFile.write(
                FORMAT,
                new LinearModelFile.Content(
                        model,
                        List.of(alone.slope(), alone.offset(), withRules.slope(), withRules.offset()),
                        vocabulary.rarities()));
    }

    /** The types it knows, in the order of its {@link #confidences}. */
    public List<String> types() {
        return model.labels();
    }

    /** Whether it was trained with this rule. */
    public boolean knows(String ruleId) {
        return model.knows(Vocabulary.nameOfRule(ruleId));
    }

    /** For each type how likely the provision has it, 0 to 1. */
    public double[] confidences(ProvisionInput provision, RuleResult rules) {
        return confidences(provision, Words.of(provision), rules);
    }

    /**
     * The same for a caller who has the words.
     *
     * @param words {@link Words#of(ProvisionInput)}
     */
    public double[] confidences(ProvisionInput provision, List<Words.Word> words, RuleResult rules) {
        Set<String> decided =
                rules.decided().stream().map(RuleResult.Finding::type).collect(Collectors.toSet());
        double[] scores = scores(provision, words, rules);
        for (int type = 0; type < scores.length; type++) {
            Calibration calibration = decided.contains(types().get(type)) ? withRules : alone;
            scores[type] = calibration.confidence(scores[type]);
        }
        return scores;
    }

    /** Before calibration. */
    public double[] scores(ProvisionInput provision, RuleResult rules) {
        return scores(provision, Words.of(provision), rules);
    }

    private double[] scores(ProvisionInput provision, List<Words.Word> words, RuleResult rules) {
        double[] scores = model.bias();
        vocabulary.features(provision, words, rules, new Features() {
            @Override
            public void add(int number, double value) {
                LinearModel.add(rows[number], value, scores);
            }

            @Override
            public void add(String name, double value) {
                LinearModel.add(model.row(name), value, scores);
            }
        });
        return scores;
    }

    /**
     * The sentence of the text that speaks most for a type.
     *
     * @param words {@link Words#of(ProvisionInput)}
     */
    public Words.Span drivingSentence(List<Words.Word> words, String type) {
        int label = types().indexOf(type);
        Map<Integer, Double> bySentence = new TreeMap<>();
        List<NGrams.Gram> grams = NGrams.of(words);
        double[] weights = vocabulary.weigh(grams, number -> rows[number][label]);
        for (int i = 0; i < weights.length; i++) {
            bySentence.merge(grams.get(i).sentence(), weights[i], Double::sum);
        }
        return Words.sentences(words).entrySet().stream()
                .max(Map.Entry.comparingByKey((a, b) -> Double.compare(
                        bySentence.getOrDefault(a, Double.NEGATIVE_INFINITY),
                        bySentence.getOrDefault(b, Double.NEGATIVE_INFINITY))))
                .map(Map.Entry::getValue)
                .orElse(new Words.Span(0, 0));
    }
}
