package dev.clausewatch.classifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.clausewatch.classifier.assess.EditReading;
import dev.clausewatch.classifier.learn.MaterialityModel;
import dev.clausewatch.events.Materiality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaterialityModelTest {

    private static final MaterialityModel MODEL = MaterialityTrainer.train(examples());

    @Test
    void tellsKindsOfEditsApart() {
        assertEquals(Materiality.EDITORIAL, MODEL.judge(Map.of("comma", 1.0)));
        assertEquals(Materiality.MINOR, MODEL.judge(Map.of("name", 1.0)));
        assertEquals(Materiality.MATERIAL, MODEL.judge(Map.of("duty", 1.0)));
    }

    @Test
    void callsWhatItDoesNotKnowAnythingButEditorial() {
        MaterialityModel careful = MaterialityTrainer.train(examples().stream()
                .map(example ->
                        new ChangeExample(new EditReading(Map.of(), false), example.materiality(), example.group()))
                .toList());
        assertEquals(false, careful.judge(Map.of("never seen", 1.0)) == Materiality.EDITORIAL);
    }

    @Test
    void isTheSameFromItsFile() {
        MaterialityModel again = MaterialityModel.read(MODEL.write());
        for (ChangeExample example : examples()) {
            assertEquals(MODEL.judge(example.features()), again.judge(example.features()));
        }
    }

    @Test
    void mayCallMoreEditorialWhereRulesKeepWhatMatters() {
        List<ChangeExample> examples = new ArrayList<>(examples());
        for (int i = 0; i < 10; i++) {
            EditReading kept = new EditReading(Map.of("comma", 1.0), true);
            examples.add(new ChangeExample(kept, Materiality.MATERIAL, "Service " + i));
        }
        List<ChangeExample> unkept = examples.stream()
                .map(example -> new ChangeExample(
                        new EditReading(example.features(), false), example.materiality(), example.group()))
                .toList();
        Map<String, Double> doubtful = Map.of("comma", 1.0);

        assertEquals(Materiality.EDITORIAL, MaterialityTrainer.train(examples).judge(doubtful));
        assertNotEquals(Materiality.EDITORIAL, MaterialityTrainer.train(unkept).judge(doubtful));
    }

    private static List<ChangeExample> examples() {
        List<ChangeExample> examples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            examples.add(example("comma", Materiality.EDITORIAL, "Service " + i));
            examples.add(example("name", Materiality.MINOR, "Service " + i));
            examples.add(example("duty", Materiality.MATERIAL, "Service " + i));
        }
        return examples;
    }

    private static ChangeExample example(String feature, Materiality materiality, String group) {
        return new ChangeExample(new EditReading(Map.of(feature, 1.0), false), materiality, group);
    }
}
