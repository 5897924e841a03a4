package dev.clausewatch.classifier.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.learn.ChangedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedlineTest {

    private static final int MOST = 96;
    private static final int GONE = 2;
    private static final int COME = 3;

    private final WordPieces pieces = WordPieces.read(Examples.files().vocabulary());

    static List<Examples.Change> changes() {
        return Examples.changes();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void marksWordsAsTrainingDid(Examples.Change change) {
        EncoderInput input = Redline.of(change.text(), pieces, MOST);

        assertEquals(change.pieces(), input.pieces());
        assertEquals(change.segments(), input.segments());
    }

    @Test
    void readsBothSidesOfALongReplacement() {
        EncoderInput input = Redline.of(change("old ".repeat(5000), "new ".repeat(5000)), pieces, MOST);

        assertTrue(input.pieces().size() <= MOST, input::toString);
        assertTrue(input.segments().contains(GONE));
        assertTrue(input.segments().contains(COME));
    }

    @Test
    void readsAChangeAtTheEndOfALongProvision() {
        String terms = "You must not use the Services. ".repeat(60);
        EncoderInput input = Redline.of(change(terms, terms + "Except on Sundays."), pieces, MOST);

        assertEquals(MOST, input.pieces().size());
        assertTrue(input.segments().contains(COME));
    }

    private static ChangedText change(String before, String after) {
        return new ChangedText("Terms of Service", "", before, after);
    }
}
