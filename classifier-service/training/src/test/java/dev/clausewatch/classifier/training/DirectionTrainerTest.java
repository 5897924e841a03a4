package dev.clausewatch.classifier.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.classifier.assess.DirectionReading;
import dev.clausewatch.classifier.learn.DirectionModel;
import dev.clausewatch.events.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DirectionTrainerTest {

    private static final Map<String, Double> BAN_COMES = Map.of("come ban", 1.0);
    private static final Map<String, Double> BAN_GOES = Map.of("gone ban", 1.0);
    private static final Map<String, Double> RENAMED = Map.of("names", 1.0);

    @Test
    void learnsFromEachChangeAlsoHowItWouldBeTakenBack() {
        DirectionModel model = DirectionTrainer.train(bansThatComeAndRenamings().toList());

        assertEquals(Optional.of(Direction.WORSE), model.judge(BAN_COMES));
        assertEquals(Optional.of(Direction.BETTER), model.judge(BAN_GOES));
        assertEquals(Optional.of(Direction.NEUTRAL), model.judge(RENAMED));
        assertEquals(
                Optional.of("come ban"), model.strongest(Direction.WORSE, List.of("gone ban", "come ban", "names")));
    }

    @Test
    void writesTheModelThatItReads() {
        byte[] written =
                DirectionTrainer.train(bansThatComeAndRenamings().toList()).write();

        assertArrayEquals(written, DirectionModel.read(written).write());
    }

    private static Stream<DirectionExample> bansThatComeAndRenamings() {
        return IntStream.range(0, 60)
                .mapToObj(i -> i % 2 == 0
                        ? new DirectionExample(
                                new DirectionReading(BAN_COMES, BAN_GOES), Direction.WORSE, "service " + i)
                        : new DirectionExample(
                                new DirectionReading(RENAMED, RENAMED), Direction.NEUTRAL, "service " + i));
    }
}
