package dev.clausewatch.classifier.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.learn.TypeModel;
import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.rules.RuleSet;
import dev.clausewatch.classifier.rules.Words;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypeModelTest {

    private static final List<String> TYPES = List.of("trackers", "governing-law");
    private static final RuleSet RULES = RuleSet.read(new DataFiles(), Register.read(new DataFiles()));
    private static final TypeModel MODEL = new TypeModelTrainer(RULES, TYPES).train(examples());

    @Test
    void learnsFromExamples() {
        double[] crumbs = confidences(MODEL, "Our shop drops crumbs on your machine.");
        double[] law = confidences(MODEL, "The courts of Zurich hear every quarrel.");
        assertTrue(crumbs[0] > crumbs[1], () -> crumbs[0] + " and " + crumbs[1]);
        assertTrue(law[1] > law[0], () -> law[0] + " and " + law[1]);
    }

    @Test
    void pointsToTheSentenceThatItWasMovedBy() {
        String text = "\ud83c\udf6a We like our shop. It drops crumbs on your machine. Thank you.";
        Words.Span span = MODEL.drivingSentence(Words.of(input(text)), "trackers");
        assertEquals("It drops crumbs on your machine", TextFormat.slice(text, span.start(), span.end()));
    }

    @Test
    void isTheSameFromTheSameExamplesAndFromItsFile() {
        assertArrayEquals(
                MODEL.write(),
                new TypeModelTrainer(RULES, TYPES).train(examples()).write());
        String text = "Our shop drops crumbs on your machine.";
        TypeModel read = TypeModel.read(MODEL.write(), MODEL.writeSpace());
        assertArrayEquals(confidences(MODEL, text), confidences(read, text), 0.01);
    }

    @Test
    void refusesAFileThatIsNone() {
        byte[] none = {1, 2, 3};
        assertThrows(IllegalArgumentException.class, () -> TypeModel.read(none, MODEL.writeSpace()));
        assertThrows(IllegalArgumentException.class, () -> TypeModel.read(MODEL.write(), none));
    }

    @Test
    void keepsTheExamplesOfAServiceTogether() {
        assertEquals(Folds.of("Nimbus Chat", 5), Folds.of("nimbus-chat", 5));
    }

    private static double[] confidences(TypeModel model, String text) {
        return model.confidences(input(text), RULES.read(input(text)));
    }

    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String service = "Service " + i;
            examples.add(
                    new Example(input("Shop " + i + " drops crumbs on your machine."), Set.of("trackers"), service));
            examples.add(new Example(
                    input("The courts of Zurich hear quarrel number " + i + "."), Set.of("governing-law"), service));
            examples.add(new Example(input("Hello and welcome, guest " + i + "."), Set.of(), service));
        }
        return examples;
    }

    private static ProvisionInput input(String text) {
        return new ProvisionInput("Terms of Service", List.of(), null, text);
    }
}
