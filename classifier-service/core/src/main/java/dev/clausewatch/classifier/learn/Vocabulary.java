package dev.clausewatch.classifier.learn;

import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.rules.RuleResult;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the model looks at: words and pairs of words of text, headings and kind of document, weighed by how rare they are (sublinear
 * tf-idf as scikit-learn computes it, each block of length one), where the words lie in a {@link LatentSpace}, the phrases of rules that
 * stand in the text, weighed as words are, and the rules that hold.
 */
public final class Vocabulary {

    /** Grams in fewer provisions tell nothing that carries over. */
    private static final int FEWEST_PROVISIONS = 3;

    private static final String PHRASE = "phrase:";

    private static final double DOCUMENT_WEIGHT = 0.5;
    private static final double RULE_WEIGHT = 1;

    /** Chosen by cross-validation on the development provisions among weights from 1 to 2. */
    private static final double SPACE_WEIGHT = 1.5;

    private final Map<String, Double> rarities;
    private final LatentSpace space;

    /**
     * A vocabulary.
     *
     * @param rarities how much rarer than others each gram is
     * @param space what goes together
     */
    public Vocabulary(Map<String, Double> rarities, LatentSpace space) {
        this.rarities = rarities;
        this.space = space;
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
            for (Block block : Block.values()) {
                block.grams(provisions.get(i)).forEach(gram -> names.add(block.name(gram.text())));
            }
            readings.get(i).phrases().forEach(phrase -> names.add(PHRASE + phrase));
            names.forEach(name -> frequencies.merge(name, 1, Integer::sum));
        }
        Map<String, Double> rarities = new HashMap<>();
        frequencies.forEach((name, count) -> {
            if (count >= FEWEST_PROVISIONS) {
                rarities.put(name, Math.log((1.0 + provisions.size()) / (1 + count)) + 1);
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

    /** The feature that a word or pair of the text is. */
    static String nameOfWord(String gram) {
        return Block.TEXT.name(gram);
    }

    /** The feature that a rule is. */
    static String nameOfRule(String ruleId) {
        return "rule:" + ruleId;
    }

    /** How much rarer than others a feature is. */
    double rarity(String feature) {
        return rarities.getOrDefault(feature, 1.0);
    }

    /** A provision as numbers. */
    public Map<String, Double> features(ProvisionInput provision, RuleResult rules) {
        Map<String, Double> features = new TreeMap<>();
        for (Block block : Block.values()) {
            features.putAll(block(block, provision));
        }
        double[] point = space.point(provision);
        for (int i = 0; i < point.length; i++) {
            features.put("space:" + i, SPACE_WEIGHT * point[i]);
        }
        features.putAll(phrases(rules));
        ruleValues(rules).forEach((name, value) -> features.put(name, RULE_WEIGHT * value));
        return features;
    }

    /** What the rules say of a provision, as features: each rule that holds, how sure each type is, and the types they decide for. */
    private static Map<String, Double> ruleValues(RuleResult rules) {
        Map<String, Double> values = new TreeMap<>();
        for (RuleResult.Finding finding : rules.findings()) {
            values.put("sure:" + finding.type(), finding.confidence());
            finding.matches().forEach(match -> values.put(nameOfRule(match.decidedBy()), 1.0));
        }
        rules.decided().forEach(finding -> values.put("type:" + finding.type(), 1.0));
        return values;
    }

    private Map<String, Double> block(Block block, ProvisionInput provision) {
        Map<String, Integer> counts = new TreeMap<>();
        for (NGrams.Gram gram : block.grams(provision)) {
            String name = block.name(gram.text());
            if (rarities.containsKey(name)) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        Map<String, Double> values = new TreeMap<>();
        counts.forEach((name, count) -> values.put(name, (1 + Math.log(count)) * rarity(name)));
        scale(values, block.weight);
        return values;
    }

    /** The phrases of rules that stand in the text. */
    private Map<String, Double> phrases(RuleResult rules) {
        Map<String, Double> values = new TreeMap<>();
        for (String phrase : rules.phrases()) {
            String name = PHRASE + phrase;
            if (rarities.containsKey(name)) {
                values.put(name, rarity(name));
            }
        }
        scale(values, 1);
        return values;
    }

    private static void scale(Map<String, Double> values, double toLength) {
        double length = Math.sqrt(
                values.values().stream().mapToDouble(value -> value * value).sum());
        values.replaceAll((name, value) -> toLength * value / length);
    }

    /** The parts of a provision that have words. */
    private enum Block {
        TEXT("text:", 1) {
            @Override
            List<NGrams.Gram> grams(ProvisionInput provision) {
                return NGrams.ofText(provision);
            }
        },
        HEADINGS("heading:", 1) {
            @Override
            List<NGrams.Gram> grams(ProvisionInput provision) {
                return NGrams.ofHeadings(provision);
            }
        },
        DOCUMENT("document:", DOCUMENT_WEIGHT) {
            @Override
            List<NGrams.Gram> grams(ProvisionInput provision) {
                return NGrams.ofDocument(provision);
            }
        };

        private final String prefix;
        private final double weight;

        Block(String prefix, double weight) {
            this.prefix = prefix;
            this.weight = weight;
        }

        abstract List<NGrams.Gram> grams(ProvisionInput provision);

        String name(String gram) {
            return prefix + gram;
        }
    }
}
