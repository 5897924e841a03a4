package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.TextFormat;
import org.junit.jupiter.api.Test;

class TokenizedTextTest {

    @Test
    void quotesWhatAReaderSees() {
        TokenizedText wording =
                TokenizedText.of("- Go to Settings \u203a [Privacy  centre](https://a.example/x) now, please.");
        assertEquals("Settings \u203a Privacy centre now,", wording.quote(2, 6));
        assertEquals("", wording.quote(3, 3));
    }

    @Test
    void placesAreCodePointsOfTheText() {
        String text = "\ud83d\ude80 see [our terms](https://a.example/\ud83d\ude80) \u00a7 4";
        TokenizedText wording = TokenizedText.of(text);
        for (TokenizedText.Token token : wording.tokens()) {
            assertEquals(token.printed(), TextFormat.slice(text, token.start(), token.end()));
        }
    }
}
