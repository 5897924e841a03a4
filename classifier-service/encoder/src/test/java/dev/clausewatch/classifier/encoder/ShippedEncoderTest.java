package dev.clausewatch.classifier.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.events.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for whatever model this build ships. */
class ShippedEncoderTest {

    private static final List<ProvisionInput> CLAUSES = List.of(
            clause("You must not use the service or its output to develop products that compete with ours."),
            clause("These terms are governed by the laws of Ireland, without regard to conflict of laws rules."));

    @Test
    void givesTheTypesOfTheRegister() {
        Optional<OnnxEncoder> shipped = OnnxEncoder.shipped();
        assertTrue(shipped.isPresent());
        try (OnnxEncoder encoder = shipped.get()) {
            List<String> known = Register.read(new DataFiles()).types().stream()
                    .map(RegisterPublished.Type::id)
                    .sorted()
                    .toList();

            assertEquals(known, encoder.types());
        }
    }

    @Test
    void tellsPlainClausesApart() {
        try (OnnxEncoder encoder = OnnxEncoder.shipped().orElseThrow()) {
            assertEquals("non-compete", likeliest(encoder, CLAUSES.get(0)));
            assertEquals("governing-law", likeliest(encoder, CLAUSES.get(1)));
            assertArrayEquals(encoder.scores(CLAUSES.get(0)), encoder.scores(CLAUSES.get(0)));
        }
    }

    @Test
    void decidesBesideTheQuickModelThatItWasWeighedAgainst() {
        try (OnnxEncoder encoder = OnnxEncoder.shipped().orElseThrow()) {
            Classifier classifier = Classifier.shipped(null, encoder);

            assertNotEquals(Classifier.shipped().ruleset(), classifier.ruleset());
            assertEquals(
                    List.of("non-compete"),
                    classifier.types().types(CLAUSES.get(0), Side.AFTER).stream()
                            .map(ProvisionType::id)
                            .toList());
        }
    }

    private static String likeliest(OnnxEncoder encoder, ProvisionInput clause) {
        double[] scores = encoder.scores(clause);
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return encoder.types().get(best);
    }

    private static ProvisionInput clause(String text) {
        return new ProvisionInput("Terms of Service", List.of(), null, text);
    }
}
