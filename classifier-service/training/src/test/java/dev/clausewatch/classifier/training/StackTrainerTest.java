package dev.clausewatch.classifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.learn.EncoderStack;
import dev.clausewatch.classifier.learn.StackWeights;
import dev.clausewatch.classifier.learn.TypeModel;
import dev.clausewatch.classifier.learn.TypeScorer;
import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.rules.RuleResult;
import dev.clausewatch.classifier.rules.RuleSet;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StackTrainerTest {

    private static final List<String> TYPES = List.of("trackers", "governing-law");
    private static final RuleSet RULES = RuleSet.read(new DataFiles(), Register.read(new DataFiles()));
    private static final TypeModel QUICK = new TypeModelTrainer(RULES, TYPES).train(known());

    /** Knows a word for each type that the quick model has never seen; its types stand in another order. */
    private static final TypeScorer ENCODER = new TypeScorer() {
        @Override
        public List<String> types() {
            return List.of("governing-law", "trackers");
        }

        @Override
        public double[] scores(ProvisionInput provision) {
            String text = provision.text().toLowerCase(Locale.ROOT);
            return new double[] {text.contains("tribunal") ? 0.9 : 0.1, text.contains("beacon") ? 0.9 : 0.1};
        }

        @Override
        public String id() {
            return "encoder-of-this-test";
        }
    };

    private static final StackWeights WEIGHTS = new StackTrainer(RULES, QUICK, ENCODER).fit(unknown());

    @Test
    void believesTheModelThatIsRightOnHeldOutProvisions() {
        ProvisionInput beacon = input("A beacon flickers on every page.");
        RuleResult reading = RULES.read(beacon);
        double[] quick = QUICK.confidences(beacon, reading);

        double[] stacked = new EncoderStack(ENCODER, WEIGHTS, TYPES).confidences(beacon, reading, quick);

        assertTrue(quick[0] < 0.5, () -> "the quick model alone: " + quick[0]);
        assertTrue(stacked[0] > 0.5 && stacked[1] < 0.5, () -> stacked[0] + " and " + stacked[1]);
    }

    @Test
    void namesTheModelsThatItWeighs() {
        assertEquals(ENCODER.id(), WEIGHTS.encoderId());
        assertEquals(StackWeights.quickId(QUICK.write()), WEIGHTS.quickId());
    }

    @Test
    void refusesWeightsOfAnotherEncoderAndTypesThatItLacks() {
        StackWeights others = new StackWeights("encoder-elsewhere", WEIGHTS.quickId(), 1, 1, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> new EncoderStack(ENCODER, others, TYPES));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EncoderStack(ENCODER, WEIGHTS, List.of("trackers", "children")));
    }

    @Test
    void asksTheEncoderOnlyWhereADoubtIsLeft() {
        assertTrue(EncoderStack.leavesDoubt(new double[] {0.01, 0.4}));
        assertTrue(!EncoderStack.leavesDoubt(new double[] {0.01, 0.99}));
    }

    private static List<Example> known() {
        return examples("drops crumbs on your machine", "The courts of Zurich hear quarrel");
    }

    private static List<Example> unknown() {
        return examples("lights a beacon for guests", "A tribunal in Zug ends quarrel");
    }

    private static List<Example> examples(String trackers, String law) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String service = "Service " + i;
            examples.add(new Example(input("Shop " + i + " " + trackers + "."), Set.of("trackers"), service));
            examples.add(new Example(input(law + " number " + i + "."), Set.of("governing-law"), service));
            examples.add(new Example(input("Hello and welcome, guest " + i + "."), Set.of(), service));
        }
        return examples;
    }

    private static ProvisionInput input(String text) {
        return new ProvisionInput("Terms of Service", List.of(), null, text);
    }
}
