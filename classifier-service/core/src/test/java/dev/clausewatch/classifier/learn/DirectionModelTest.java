package dev.clausewatch.classifier.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectionModelTest {

    private static final LinearModel WEIGHTS = new LinearModel(
            DirectionModel.LABELS.stream().map(Enum::name).toList(),
            Map.of(
                    "clear", new double[] {4, -4, 0, 0},
                    "doubtful", new double[] {1, 0.8, 0, 0},
                    "names", new double[] {-4, -4, -4, 4}),
            new double[] {0, 0, -1, 0});

    @Test
    void saysWorseOrBetterOnlyWhereOneIsMuchLikelier() {
        DirectionModel model = new DirectionModel(WEIGHTS, 0.5);

        assertEquals(Optional.of(Direction.WORSE), model.judge(Map.of("clear", 1.0)));
        assertEquals(Optional.empty(), model.judge(Map.of("doubtful", 1.0)));
        assertEquals(Optional.of(Direction.NEUTRAL), model.judge(Map.of("names", 1.0)));
        assertEquals(Optional.of(Direction.WORSE), new DirectionModel(WEIGHTS, 0).judge(Map.of("doubtful", 1.0)));
    }

    @Test
    void namesTheFeatureThatSpeaksMostForADirectionIfOneDoes() {
        DirectionModel model = new DirectionModel(WEIGHTS, 0.5);

        assertEquals(Optional.of("clear"), model.strongest(Direction.WORSE, List.of("doubtful", "clear", "unknown")));
        assertEquals(Optional.empty(), model.strongest(Direction.BETTER, List.of("clear")));
    }
}
