package dev.clausewatch.classifier.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.events.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypeEncoderTest {

    /** What weights in seven bits may move a score of the tiny model. */
    private static final double ROUNDING = 0.03;

    @Test
    void scoresAsTrainingDidButForRoundedWeights() {
        try (TypeEncoder encoder = encoder()) {
            for (Examples.Example example : Examples.all()) {
                double[] expected = example.scores().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();

                assertArrayEquals(expected, encoder.scores(example.provision()), ROUNDING, () -> "for " + example);
            }
        }
    }

    @Test
    void scoresAreThousandths() {
        try (TypeEncoder encoder = encoder()) {
            for (double score : encoder.scores(Examples.all().get(0).provision())) {
                assertEquals(Math.round(score * 1000) / 1000.0, score);
            }
        }
    }

    @Test
    void manyThreadsGetTheScoresThatOneGets() {
        List<ProvisionInput> provisions =
                Examples.all().stream().map(Examples.Example::provision).toList();
        try (TypeEncoder encoder = encoder()) {
            List<String> alone = provisions.stream()
                    .map(provision -> Arrays.toString(encoder.scores(provision)))
                    .toList();
            List<String> together = IntStream.range(0, 20 * provisions.size())
                    .parallel()
                    .mapToObj(i -> Arrays.toString(encoder.scores(provisions.get(i % provisions.size()))))
                    .toList();

            for (int i = 0; i < together.size(); i++) {
                assertEquals(alone.get(i % alone.size()), together.get(i));
            }
        }
    }

    @Test
    void isNamedByTheHashOfItsFileAndNamesItsTypes() {
        try (TypeEncoder encoder = encoder()) {
            assertEquals("encoder-" + Ids.sha256(Examples.model()).substring(0, 12), encoder.id());
            assertEquals(encoder.types().size(), encoder.scores(provision()).length);
        }
    }

    @Test
    void aClosedEncoderSaysSo() {
        TypeEncoder encoder = encoder();
        encoder.close();

        assertThrows(IllegalStateException.class, () -> encoder.scores(provision()));
    }

    @Test
    void aModelThatOnnxRuntimeRefusesIsNone() {
        byte[] cut = Arrays.copyOf(Examples.model(), 1000);

        assertEquals(Optional.empty(), TypeEncoder.open(cut, Examples.vocabulary()));
    }

    @Test
    void aVocabularyOfAnotherModelIsRefused() {
        byte[] other = Arrays.copyOf(Examples.vocabulary(), Examples.vocabulary().length - 2);

        assertThrows(IllegalArgumentException.class, () -> TypeEncoder.open(Examples.model(), other));
    }

    private static ProvisionInput provision() {
        return Examples.all().get(0).provision();
    }

    private static TypeEncoder encoder() {
        return TypeEncoder.open(Examples.model(), Examples.vocabulary()).orElseThrow();
    }
}
