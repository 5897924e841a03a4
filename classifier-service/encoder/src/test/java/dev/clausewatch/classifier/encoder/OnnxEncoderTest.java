package dev.clausewatch.classifier.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.rules.ProvisionInput;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnnxEncoderTest {

    /** What weights in seven bits may move a score of the tiny model. */
    private static final double ROUNDING = 0.03;

    private static final double LOGIT_ROUNDING = 0.15;

    @Test
    void scoresAsTrainingDidButForRoundedWeights() {
        try (OnnxEncoder encoder = encoder()) {
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
        try (OnnxEncoder encoder = encoder()) {
            for (double score : encoder.scores(Examples.all().get(0).provision())) {
                assertEquals(Math.round(score * 1000) / 1000.0, score);
            }
        }
    }

    @Test
    void manyThreadsGetTheScoresThatOneGets() {
        List<ProvisionInput> provisions =
                Examples.all().stream().map(Examples.Example::provision).toList();
        try (OnnxEncoder encoder = encoder()) {
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
        try (OnnxEncoder encoder = encoder()) {
            assertTrue(encoder.id().matches("encoder-[0-9a-f]{12}"), encoder.id());
            EncoderFiles files = Examples.files();
            assertNotEquals(
                    encoder.id(),
                    new EncoderFiles(files.vocabulary(), files.vectors(), files.types(), new byte[] {1}).id());
            assertEquals(encoder.types().size(), encoder.scores(provision()).length);
        }
    }

    @Test
    void aClosedEncoderSaysSo() {
        OnnxEncoder encoder = encoder();
        encoder.close();

        assertThrows(IllegalStateException.class, () -> encoder.scores(provision()));
    }

    @Test
    void aModelThatOnnxRuntimeRefusesIsNone() {
        EncoderFiles files = Examples.files();
        byte[] cut = Arrays.copyOf(files.differences(), 1000);

        assertEquals(
                Optional.empty(),
                OnnxEncoder.open(new EncoderFiles(files.vocabulary(), files.vectors(), files.types(), cut)));
    }

    @Test
    void wordsOfAnotherModelAreRefused() {
        EncoderFiles files = Examples.files();
        byte[] other = files.vectors().clone();
        other[0]++;
        byte[] few = Arrays.copyOf(other, other.length - 1);

        assertThrows(
                IllegalArgumentException.class,
                () -> OnnxEncoder.open(
                        new EncoderFiles(files.vocabulary(), other, files.types(), files.differences())));
        assertThrows(
                IllegalArgumentException.class,
                () -> OnnxEncoder.open(new EncoderFiles(files.vocabulary(), few, files.types(), files.differences())));
    }

    @Test
    void readsChangesAsTrainingDidButForRoundedWeights() {
        try (OnnxEncoder encoder = encoder()) {
            for (Examples.Change change : Examples.changes()) {
                double[] expected = change.logits().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                double[] logits = encoder.differences(change.text()).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();

                assertArrayEquals(expected, logits, LOGIT_ROUNDING, () -> "for " + change);
            }
        }
    }

    private static ProvisionInput provision() {
        return Examples.all().get(0).provision();
    }

    private static OnnxEncoder encoder() {
        return OnnxEncoder.open(Examples.files()).orElseThrow();
    }
}
