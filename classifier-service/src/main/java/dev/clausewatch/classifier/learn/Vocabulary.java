package dev.clausewatch.classifier.learn;

import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.rules.RuleReading;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the model looks at: words and pairs of words of text, headings and kind of document, weighed by how rare they are (sublinear
 * tf-idf as scikit-learn computes it, each block of length one), and the rules that hold.
 */
final class Vocabulary {

    /** Grams in fewer provisions tell nothing that carries over. */
    private static final int FEWEST_PROVISIONS = 2;

    private static final double DOCUMENT_WEIGHT = 0.5;
    private static final double RULE_WEIGHT = 0.5;

    private final Map<String, Double> rarities;

    /**
     * A vocabulary.
     *
     * @param rarities how much rarer than others each gram is
     */
    Vocabulary(Map<String, Double> rarities) {
        this.rarities = rarities;
    }

    /** Every gram that occurs often enough in these provisions. */
    static Vocabulary of(Collection<ProvisionInput> provisions) {
        Map<String, Integer> frequencies = new HashMap<>();
        for (ProvisionInput provision : provisions) {
            Set<String> names = new HashSet<>();
            for (Block block : Block.values()) {
                block.grams(provision).forEach(gram -> names.add(block.name(gram.text())));
            }
            names.forEach(name -> frequencies.merge(name, 1, Integer::sum));
        }
        Map<String, Double> rarities = new HashMap<>();
        frequencies.forEach((name, count) -> {
            if (count >= FEWEST_PROVISIONS) {
                rarities.put(name, Math.log((1.0 + provisions.size()) / (1 + count)) + 1);
            }
        });
        return new Vocabulary(rarities);
    }

    Map<String, Double> rarities() {
        return rarities;
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
    Map<String, Double> features(ProvisionInput provision, RuleReading rules) {
        Map<String, Double> features = new TreeMap<>();
        for (Block block : Block.values()) {
            features.putAll(block(block, provision));
        }
        ruleValues(rules).forEach((name, value) -> features.put(name, RULE_WEIGHT * value));
        return features;
    }

    /** What the rules say of a provision, as features: each rule that holds, how sure each type is, and the types they decide for. */
    private static Map<String, Double> ruleValues(RuleReading rules) {
        Map<String, Double> values = new TreeMap<>();
        for (RuleReading.Finding finding : rules.findings()) {
            values.put("sure:" + finding.type(), finding.confidence());
            finding.matches().forEach(match -> values.put(nameOfRule(match.decidedBy()), 1.0));
        }
        rules.decided().forEach(finding -> values.put("type:" + finding.type(), 1.0));
        return values;
    }

    private Map<String, Double> block(Block block, ProvisionInput provision) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Grams.Gram gram : block.grams(provision)) {
            String name = block.name(gram.text());
            if (rarities.containsKey(name)) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        Map<String, Double> values = new TreeMap<>();
        counts.forEach((name, count) -> values.put(name, (1 + Math.log(count)) * rarity(name)));
        double length = Math.sqrt(
                values.values().stream().mapToDouble(value -> value * value).sum());
        values.replaceAll((name, value) -> block.weight * value / length);
        return values;
    }

    /** The parts of a provision that have words. */
    private enum Block {
        TEXT("text:", 1) {
            @Override
            List<Grams.Gram> grams(ProvisionInput provision) {
                return Grams.ofText(provision);
            }
        },
        HEADINGS("heading:", 1) {
            @Override
            List<Grams.Gram> grams(ProvisionInput provision) {
                return Grams.ofHeadings(provision);
            }
        },
        DOCUMENT("document:", DOCUMENT_WEIGHT) {
            @Override
            List<Grams.Gram> grams(ProvisionInput provision) {
                return Grams.ofDocument(provision);
            }
        };

        private final String prefix;
        private final double weight;

        Block(String prefix, double weight) {
            this.prefix = prefix;
            this.weight = weight;
        }

        abstract List<Grams.Gram> grams(ProvisionInput provision);

        String name(String gram) {
            return prefix + gram;
        }
    }
}
