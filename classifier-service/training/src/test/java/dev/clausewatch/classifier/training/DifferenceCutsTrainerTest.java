package dev.clausewatch.classifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.learn.DifferenceCuts;
import dev.clausewatch.classifier.learn.DirectionModel;
import dev.clausewatch.classifier.training.DifferenceCutsTrainer.Guessed;
import dev.clausewatch.events.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferenceCutsTrainerTest {

    @Test
    void keepsNinetySevenOfAHundredMaterialChanges() {
        List<Double> leads =
                IntStream.range(0, 100).mapToObj(lead -> (double) lead).toList();

        double cut = DifferenceCutsTrainer.fit("encoder", leads, List.of()).editorial();

        assertEquals(3, leads.stream().filter(lead -> lead > cut).count());
    }

    @Test
    void callsNoMaterialChangeEditorialWhereNothingSpeaksForIt() {
        assertEquals(
                0,
                DifferenceCutsTrainer.fit("encoder", List.of(-3.0, -2.0), List.of())
                        .editorial());
    }

    @Test
    void saysWorseOrBetterOnlyWhereFewAreTheOpposite() {
        List<Guessed> guessed = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            guessed.add(new Guessed(Direction.WORSE, new DirectionModel.Guess(Direction.WORSE, 0.9)));
        }
        for (int i = 0; i < 10; i++) {
            guessed.add(new Guessed(Direction.BETTER, new DirectionModel.Guess(Direction.WORSE, 0.1 + i / 100.0)));
        }

        DifferenceCuts cuts = DifferenceCutsTrainer.fit("encoder", List.of(), guessed);

        long opposite = guessed.stream()
                .filter(one -> one.truth() == Direction.BETTER)
                .filter(one -> one.guess().from(cuts.lead()).isPresent())
                .count();
        assertEquals(4, opposite);
        assertTrue(guessed.getFirst().guess().from(cuts.lead()).isPresent());
    }
}
