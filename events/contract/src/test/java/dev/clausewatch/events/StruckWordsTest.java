package dev.clausewatch.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StruckWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "We ~~never~~ sell data.|We  sell data.",
                "~~All of it.~~|",
                "Pay ~~10~~ 20 euros, or ~~none~~ all.|Pay  20 euros, or  all.",
                "foo~~bar~~|foo",
            })
    void takesOutWhatIsStruckOut(String text, String standing) {
        assertEquals(standing == null ? "" : standing, StruckWords.removed(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "About ~~ 10 ~~ euros.",
                "It ~~begins and never ends.",
                "One ~~line\nanother~~ line.",
                "A \\~~literal~~ mark.",
                "See https://orbitra.example/~~a and https://orbitra.example/~~b",
                "~~~~",
                "No mark at all."
            })
    void leavesOtherTildesAlone(String text) {
        assertEquals(text, StruckWords.removed(text));
        assertEquals(text, StruckWords.blanked(text));
    }

    @Test
    void blanksKeepPlaces() {
        String text = "We ~~🎈 never~~ sell.";
        assertEquals("We " + " ".repeat(11) + " sell.", StruckWords.blanked(text));
        assertEquals(TextFormat.length(text), TextFormat.length(StruckWords.blanked(text)));
    }
}
