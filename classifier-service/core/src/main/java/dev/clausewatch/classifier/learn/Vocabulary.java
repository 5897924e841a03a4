package dev.clausewatch.classifier.learn;

import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.rules.RuleResult;
import dev.clausewatch.classifier.rules.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the model looks at: words and pairs of words of text, headings and kind of document, weighed by how rare they are (sublinear
 * tf-idf as scikit-learn computes it, each block of length one), where the words lie in a {@link LatentSpace}, the phrases of rules that
 * stand in the text, weighed as words are, and the rules that hold.
 */
public final class Vocabulary {

    /** Grams in fewer provisions tell nothing that carries over. */
    private static final int FEWEST_PROVISIONS = 3;

    private static final String DOCUMENT = "document:";
    private static final String HEADING = "heading:";
    private static final String PHRASE = "phrase:";
    private static final String RULE = "rule:";
    private static final String SPACE = "space:";
    private static final String TEXT = "text:";

    private static final double DOCUMENT_WEIGHT = 0.5;
    private static final double RULE_WEIGHT = 1;

    /** Chosen by cross-validation on the development provisions among weights from 1 to 2. */
    private static final double SPACE_WEIGHT = 1.5;

    private final Map<String, Double> rarities;
    private final LatentSpace space;
    private final WordNumbers words;
    private final Lexicon spaceWords;
    private final FeatureBlock document;
    private final Lexicon documentGrams;
    private final FeatureBlock heading;
    private final Lexicon headingGrams;
    private final FeatureBlock phrase;
    private final Map<String, Integer> phrases = new HashMap<>();
    private final FeatureBlock text;
    private final Lexicon textGrams;

    /** The directions of the space in the order of the names of their features, which have numbers from the first on. */
    private final int[] directions;

    private final int firstDirection;

    /** The names of features by their numbers. */
    private final List<String> names = new ArrayList<>();

    /**
     * A vocabulary.
     *
     * @param rarities how much rarer than others each gram is
     * @param space what goes together
     */
    public Vocabulary(Map<String, Double> rarities, LatentSpace space) {
        this.rarities = rarities;
        this.space = space;
        List<String> sorted = rarities.keySet().stream().sorted().toList();
        this.document = block(DOCUMENT, sorted, DOCUMENT_WEIGHT);
        this.heading = block(HEADING, sorted, 1);
        this.phrase = block(PHRASE, sorted, 1);
        phrase.entries().forEach(entry -> phrases.put(entry, phrases.size()));
        this.firstDirection = names.size();
        this.directions = IntStream.range(0, space.dimensions())
                .boxed()
                .sorted(Comparator.comparing(Vocabulary::nameOfDirection))
                .mapToInt(Integer::intValue)
                .toArray();
        Arrays.stream(directions).mapToObj(Vocabulary::nameOfDirection).forEach(names::add);
        this.text = block(TEXT, sorted, 1);
        this.words = new WordNumbers(List.of(text.entries(), heading.entries(), document.entries(), space.words()));
        this.spaceWords = new Lexicon(space.words(), words);
        this.documentGrams = new Lexicon(document.entries(), words);
        this.headingGrams = new Lexicon(heading.entries(), words);
        this.textGrams = new Lexicon(text.entries(), words);
    }

    private FeatureBlock block(String prefix, List<String> sorted, double length) {
        List<String> ofKind = sorted.subList(place(prefix, sorted), place(prefix + Character.MAX_VALUE, sorted));
        FeatureBlock block = new FeatureBlock(prefix, ofKind, rarities, length, names.size());
        names.addAll(block.names());
        return block;
    }

    /** Where a name stands among others, or would stand. */
    private static int place(String name, List<String> sorted) {
        int found = Collections.binarySearch(sorted, name);
        return found < 0 ? -found - 1 : found;
    }

    private static String nameOfDirection(int direction) {
        return SPACE + direction;
    }

    /**
     * How much rarer than others each gram and phrase is that occurs often enough in these provisions.
     *
     * @param readings what the rules say of each provision, in the same order
     */
    public static Map<String, Double> rarities(List<ProvisionInput> provisions, List<RuleResult> readings) {
        Map<String, Integer> frequencies = new HashMap<>();
        for (int i = 0; i < provisions.size(); i++) {
            Set<String> names = new HashSet<>();
            ProvisionInput provision = provisions.get(i);
            NGrams.ofText(provision).forEach(gram -> names.add(TEXT + gram.text()));
            NGrams.ofHeadings(provision).forEach(gram -> names.add(HEADING + gram.text()));
            NGrams.ofDocument(provision).forEach(gram -> names.add(DOCUMENT + gram.text()));
            readings.get(i).phrases().forEach(phrase -> names.add(PHRASE + phrase));
            names.forEach(name -> frequencies.merge(name, 1, Integer::sum));
        }
        Map<String, Double> rarities = new HashMap<>();
        frequencies.forEach((name, count) -> {
            if (count >= FEWEST_PROVISIONS) {
                rarities.put(name, StrictMath.log((1.0 + provisions.size()) / (1 + count)) + 1);
            }
        });
        return rarities;
    }

    Map<String, Double> rarities() {
        return rarities;
    }

    LatentSpace space() {
        return space;
    }

    /** The feature that a rule is. */
    static String nameOfRule(String ruleId) {
        return RULE + ruleId;
    }

    /** For each gram of a text what its feature weighs by these weights, times how much rarer than others it is. */
    double[] weigh(List<NGrams.Gram> grams, IntToDoubleFunction weights) {
        return Arrays.stream(textGrams.places(words.of(grams)))
                .mapToDouble(place ->
                        place == Lexicon.NONE ? 0 : weights.applyAsDouble(text.number(place)) * text.rarity(place))
                .toArray();
    }

    /** The names of the features that have numbers. */
    List<String> names() {
        return names;
    }

    /** A provision as numbers. */
    public Map<String, Double> features(ProvisionInput provision, RuleResult rules) {
        Map<String, Double> features = new TreeMap<>();
        features(provision, Words.of(provision), rules, new Features() {
            @Override
            public void add(int number, double value) {
                features.put(names.get(number), value);
            }

            @Override
            public void add(String name, double value) {
                features.put(name, value);
            }
        });
        return features;
    }

    /** The same, feature by feature in the order of their names, so that sums over them are always the same to the last digit. */
    void features(ProvisionInput provision, List<Words.Word> wordsOfText, RuleResult rules, Features features) {
        int[] ofText = words.of(NGrams.of(wordsOfText));
        int[] ofHeadings = words.of(NGrams.ofHeadings(provision));
        NavigableMap<String, Double> ruleValues = ruleValues(rules);
        document.features(documentGrams.places(words.of(NGrams.ofDocument(provision))), features);
        heading.features(headingGrams.places(ofHeadings), features);
        phrase.features(
                rules.phrases().stream()
                        .mapToInt(found -> phrases.getOrDefault(found, Lexicon.NONE))
                        .toArray(),
                features);
        ruleValues.headMap(SPACE, false).forEach(features::add);
        double[] point = space.point(spaceWords.places(joined(ofHeadings, ofText)));
        for (int i = 0; i < directions.length; i++) {
            features.add(firstDirection + i, SPACE_WEIGHT * point[directions[i]]);
        }
        ruleValues.subMap(SPACE, false, TEXT, false).forEach(features::add);
        text.features(textGrams.places(ofText), features);
        ruleValues.tailMap(TEXT, false).forEach(features::add);
    }

    private static int[] joined(int[] first, int[] second) {
        int[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    /** What the rules say of a provision, as features: each rule that holds, how sure each type is, and the types they decide for. */
    private static NavigableMap<String, Double> ruleValues(RuleResult rules) {
        NavigableMap<String, Double> values = new TreeMap<>();
        for (RuleResult.Finding finding : rules.findings()) {
            values.put("sure:" + finding.type(), RULE_WEIGHT * finding.confidence());
            finding.matches().forEach(match -> values.put(nameOfRule(match.decidedBy()), RULE_WEIGHT));
        }
        rules.decided().forEach(finding -> values.put("type:" + finding.type(), RULE_WEIGHT));
        return values;
    }
}
