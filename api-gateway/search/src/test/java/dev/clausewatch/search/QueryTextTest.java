package dev.clausewatch.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {

    @Test
    void tellsWordsPhrasesAndWhatIsExcludedApart() {
        QueryText query = good(" train  \"your content\" opt-out -beta -\"small claims\" ");

        assertEquals(List.of("train", "opt-out"), query.words());
        assertEquals(List.of("your content"), query.phrases());
        assertEquals(List.of("beta", "small claims"), query.excluded());
    }

    @Test
    void leavesOutWordsThatNoTextCanBeFoundBy() {
        assertEquals(List.of("cookies"), good("the cookies & — of").words());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"class action` | a quotation mark has no other",
                "-beta | it only says what must not be there",
                "the of | it names no word",
                "`\"\"` | it names no word",
                "- | it names no word",
                "train* | it has a wildcard",
                "*ing | it has a wildcard",
                "/(a+)+b/ | it has a regular expression",
                "roam~ | it has a wildcard"
            })
    void saysWhatIsWrong(String text, String reason) {
        assertTrue(bad(text).startsWith(reason), () -> bad(text));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertTrue(bad("x".repeat(QueryText.LONGEST + 1)).startsWith("it is longer than 500 characters"));
        assertTrue(bad("word ".repeat(33)).startsWith("it has more than 32 words"));
        assertTrue(bad("\"" + "word ".repeat(21) + "\"").startsWith("a phrase has more than 20 words"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"title:x", "a AND (b OR", "x^9999999999", "[a TO z]", "\\", "😀 terms", "''", "terms\u0000"})
    void takesWhatWouldBeSyntaxElsewhereAsWords(String text) {
        // Whatever it is, it is answered and throws nothing.
        QueryText.Reading reading = QueryText.read(text);
        assertTrue(reading instanceof QueryText.Reading.Good || reading instanceof QueryText.Reading.Bad);
    }

    private static QueryText good(String text) {
        return assertInstanceOf(QueryText.Reading.Good.class, QueryText.read(text))
                .query();
    }

    private static String bad(String text) {
        return assertInstanceOf(QueryText.Reading.Bad.class, QueryText.read(text))
                .reason();
    }
}
