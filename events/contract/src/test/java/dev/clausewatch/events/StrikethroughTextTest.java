package dev.clausewatch.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrikethroughTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "We ~~never~~ sell data.|We  sell data.",
                "~~All of it.~~|",
                "Pay ~~10~~ 20 euros, or ~~none~~ all.|Pay  20 euros, or  all.",
                "foo~~bar~~|foo",
                "You may copy and/~~or sell~~ it.|You may copy and/ it.",
                "A ~~b~~~~c~~ d|A  d",
                "~~A \\~~ b~~ c| c",
                "\\~~~A~~ b|\\~ b",
                "A \\\\~~b~~ c|A \\\\ c",
                "~~See https://orbitra.example/a~~ b| b",
                "~~A [b](https://orbitra.example/x~~y) c~~ d| d",
                "A ` b ~~c~~ d|A ` b  d",
            })
    void takesOutWhatIsStruckOut(String text, String standing) {
        assertEquals(standing == null ? "" : standing, StrikethroughText.removed(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "About ~~ 10 ~~ euros.",
                "It ~~begins and never ends.",
                "One ~~line\nanother~~ line.",
                "A \\~~literal~~ mark.",
                "See https://orbitra.example/~~a and https://orbitra.example/~~b",
                "See [us](https://orbitra.example/x~~a) and [you](https://orbitra.example/y~~b).",
                "Read `~~a~~` and ``~~b` ~~`` as code.",
                "A ~~~b~~~ c",
                "~~A \\~~ b",
                "~~~~",
                "No mark at all."
            })
    void leavesOtherTildesAlone(String text) {
        assertEquals(text, StrikethroughText.removed(text));
        assertEquals(text, StrikethroughText.blanked(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~~a ", "](", "` `` ", "h", "https://", "\\~~", "~~~"})
    void longTextsAreReadOnce(String part) {
        String text = part.repeat(1_000_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> StrikethroughText.removed("~~" + text));
    }

    @Test
    void blanksKeepPlaces() {
        String text = "We ~~🎈 never~~ sell.";
        assertEquals("We " + " ".repeat(11) + " sell.", StrikethroughText.blanked(text));
        assertEquals(TextFormat.length(text), TextFormat.length(StrikethroughText.blanked(text)));
    }
}
