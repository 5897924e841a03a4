package dev.clausewatch.gateway.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void quotesWhatWouldEndACell() {
        assertEquals(
                "plain,\"a, b\",\"say \"\"no\"\"\",\"two\nlines\",\"two\r\nlines\"\r\n",
                Csv.row("plain", "a, b", "say \"no\"", "two\nlines", "two\r\nlines"));
    }

    @Test
    void writesValuesAsTheyAre() {
        assertEquals(
                ",-3,true,2026-04-01T00:00:00Z,a;b,\r\n",
                Csv.row(null, -3, true, Instant.parse("2026-04-01T00:00:00Z"), List.of("a", "b"), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                "=HYPERLINK(\"http://evil.example\",\"x\")",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20x"
            })
    void noTextIsTakenForAFormula(String hostile) {
        String cell = Csv.row(hostile);
        assertTrue(cell.startsWith("'") || cell.startsWith("\"'"), cell);
        String inAList = Csv.row(List.of(hostile, "x"));
        assertTrue(inAList.startsWith("'") || inAList.startsWith("\"'"), inAList);
    }

    @Test
    void compressesForThoseWhoAskForGzip() {
        for (String yes : List.of("gzip", "br, gzip", "gzip;q=0.5", "deflate, GZIP ; q=1")) {
            assertTrue(Exports.acceptsGzip(yes), yes);
        }
        for (String no : List.of("", "br", "gzip;q=0", "gzip; q=0.000", "x-gzip-like", "identity")) {
            assertFalse(Exports.acceptsGzip(no), no);
        }
        assertFalse(Exports.acceptsGzip(null));
    }
}
