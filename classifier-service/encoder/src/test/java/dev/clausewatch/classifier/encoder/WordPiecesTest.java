package dev.clausewatch.classifier.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clausewatch.classifier.rules.ProvisionInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordPiecesTest {

    private static final int MOST = 96;

    private final WordPieces pieces = WordPieces.read(Examples.files().vocabulary());

    static List<Examples.Example> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void splitsAsTrainingDid(Examples.Example example) {
        EncoderInput input = pieces.encode(example.provision(), MOST);

        assertEquals(example.pieces(), input.pieces());
        assertEquals(example.segments(), input.segments());
    }

    @Test
    void readsTheNearestHeadingAndTheIntroductionBeforeTheText() {
        ProvisionInput item =
                new ProvisionInput("Terms of Service", List.of("Use", "Acceptable use"), "You must not:", "compete.");
        ProvisionInput paragraph =
                new ProvisionInput("Terms of Service", List.of("Acceptable use"), null, "You must not: compete.");

        assertEquals(pieces.encode(paragraph, MOST), pieces.encode(item, MOST));
    }

    @Test
    void readsTheBeginningOfATextOfAMegabyte() {
        assertSameAsBeginning("x".repeat(1 << 20));
        assertSameAsBeginning("[".repeat(1 << 20));
        assertSameAsBeginning("[a](".repeat(1 << 18));
        assertSameAsBeginning("é😀".repeat(1 << 19));
        assertSameAsBeginning(" *".repeat(1 << 19) + "too late");
    }

    private void assertSameAsBeginning(String text) {
        int end = text.offsetByCodePoints(0, PlainText.MOST_CHARACTERS);

        assertEquals(pieces.encode(provision(text.substring(0, end)), MOST), pieces.encode(provision(text), MOST));
    }

    @Test
    void refusesAVocabularyWithoutThePiecesThatEveryInputHas() {
        byte[] words = "[CLS]\n[UNK]\nword\n".getBytes(StandardCharsets.UTF_8);

        assertThrows(IllegalArgumentException.class, () -> WordPieces.read(words));
    }

    private static ProvisionInput provision(String text) {
        return new ProvisionInput("Terms of Service", List.of(), null, text);
    }
}
