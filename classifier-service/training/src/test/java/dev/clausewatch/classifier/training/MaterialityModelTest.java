package dev.clausewatch.classifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
                .map(example -> new ChangeExample(Map.of(), example.materiality(), example.group()))
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

    private static List<ChangeExample> examples() {
        List<ChangeExample> examples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            examples.add(new ChangeExample(Map.of("comma", 1.0), Materiality.EDITORIAL, "Service " + i));
            examples.add(new ChangeExample(Map.of("name", 1.0), Materiality.MINOR, "Service " + i));
            examples.add(new ChangeExample(Map.of("duty", 1.0), Materiality.MATERIAL, "Service " + i));
        }
        return examples;
    }
}
