package dev.clausewatch.classifier.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.assess.TypeClassifier;
import dev.clausewatch.classifier.learn.EncoderStack;
import dev.clausewatch.classifier.learn.StackWeights;
import dev.clausewatch.classifier.learn.TypeModel;
import dev.clausewatch.classifier.learn.TypeScorer;
import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.rules.RuleResult;
import dev.clausewatch.classifier.rules.RuleSet;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.testing.ChangeEvents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StackTrainerTest {

    private static final List<String> TYPES = List.of("trackers", "governing-law");
    private static final RuleSet RULES = RuleSet.read(new DataFiles(), Register.read(new DataFiles()));
    private static final TypeModel QUICK = new TypeModelTrainer(RULES, TYPES).train(known());

    private static final WordEncoder ENCODER = new WordEncoder();

    /** Knows a word for each type that the quick model has never seen; its types stand in another order. */
    private static final class WordEncoder implements TypeScorer {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public List<String> types() {
            return List.of("governing-law", "trackers");
        }

        @Override
        public double[] scores(ProvisionInput provision) {
            asked.incrementAndGet();
            String text = provision.text().toLowerCase(Locale.ROOT);
            if (text.contains("broken")) {
                throw new IllegalStateException("The encoder failed");
            }
            return new double[] {text.contains("tribunal") ? 0.9 : 0.1, text.contains("beacon") ? 0.9 : 0.1};
        }

        @Override
        public String id() {
            return "encoder-of-this-test";
        }
    }

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
    void leavesItToTheQuickModelWhereTheEncoderFails() {
        ProvisionInput broken = input("A broken beacon flickers on every page.");
        double[] quick = QUICK.confidences(broken, RULES.read(broken));

        assertArrayEquals(
                quick, new EncoderStack(ENCODER, WEIGHTS, TYPES).confidences(broken, RULES.read(broken), quick));
    }

    @Test
    void doesNotAskTheEncoderAboutAChangeThatTouchesTooMuch() {
        Classifier classifier = Classifier.with(
                new TypeClassifier(RULES, QUICK, new EncoderStack(ENCODER, WEIGHTS, TYPES)), null, null);
        TouchedProvision added = new TouchedProvision(
                "p1",
                Set.of(ProvisionChange.ADDED),
                List.of(),
                null,
                new ProvisionText("p1", null, List.of(), null, "Guest number 3 hears every quarrel.", 0, 35),
                List.of());

        assertTrue(asked(classifier, Collections.nCopies(100, added)) > 0);
        assertEquals(0, asked(classifier, Collections.nCopies(101, added)));
    }

    private static int asked(Classifier classifier, List<TouchedProvision> touched) {
        int before = ENCODER.asked.get();
        var unused =
                classifier.classify(ChangeEvents.detected().touched(touched).build(), Materiality.MINOR);
        return ENCODER.asked.get() - before;
    }

    @Test
    void asksTheEncoderOnlyWhereADoubtIsLeft() {
        assertTrue(EncoderStack.leavesDoubt(new double[] {0.01, 0.4}));
        assertFalse(EncoderStack.leavesDoubt(new double[] {0.01, 0.99}));
        TypeClassifier types = new TypeClassifier(RULES, QUICK, new EncoderStack(ENCODER, WEIGHTS, TYPES));
        ProvisionInput clear = input("Shop 3 drops crumbs on your machine.");
        assertFalse(EncoderStack.leavesDoubt(QUICK.confidences(clear, RULES.read(clear))));
        int before = ENCODER.asked.get();

        assertEquals(
                List.of("trackers"),
                types.types(clear, Side.AFTER).stream().map(ProvisionType::id).toList());
        assertEquals(before, ENCODER.asked.get());
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
