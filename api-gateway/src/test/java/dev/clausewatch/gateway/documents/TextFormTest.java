package dev.clausewatch.gateway.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.testing.FixtureTexts;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class TextFormTest {

    private static final String TEXT = """
            # Terms & more

            You own it, see [our policy](https://orbitra.example/a_(b)) or [words]\\(more).

            - first
                - (a) inner
            - second

            | Plan | Price |
            | --- | --- |
            | One | $5 |

            ---

            \\# no heading
            """;

    @Test
    void plainTextHasNoMarksAndKeepsAddresses() {
        assertEquals("""
                Terms & more

                You own it, see our policy <https://orbitra.example/a_(b)> or [words](more).

                - first
                    (a) inner
                - second

                Plan | Price
                One | $5

                ---

                # no heading
                """, PlainText.of(TextBlock.of(TEXT)));
    }

    @Test
    void htmlHasTheSameBlocks() {
        String html = HtmlText.of("orbitra/terms, version 1", TextBlock.of(TEXT));

        assertTrue(html.startsWith("<!DOCTYPE html>"), html);
        assertTrue(html.contains("<h1>Terms &amp; more</h1>"), html);
        assertTrue(html.contains("<a href=\"https://orbitra.example/a_(b)\" rel="), html);
        assertTrue(html.contains("<ul><li>first<ul><li>(a) inner</li></ul></li><li>second</li></ul>"), html);
        assertTrue(html.contains("<tr><td>One</td><td>$5</td></tr></tbody></table>"), html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "<script>alert(1)</script>",
                "[x](https://a.example/\"onclick=\"alert(1))",
                "| <b>x</b> |",
                "# <img src=x onerror=alert(1)>",
                "- [[x](https://a.example)](https://b.example)"
            })
    void nothingInATextActsAsHtml(String hostile) throws Exception {
        String html = HtmlText.of(hostile, TextBlock.of(hostile + "\n"));

        assertFalse(html.contains("<script") || html.contains("<img") || html.contains("<b>"), html);
        assertFalse(html.contains("href=\"javascript"), html);
        parse(html);
    }

    @Test
    void everyTextIsWellFormedInHtml() throws Exception {
        for (String text : FixtureTexts.markdown()) {
            parse(HtmlText.of("A text", TextBlock.of(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a](https://x", "](", "[", "\\", "[a](https://x(", "~~", "|"})
    void aTextOfOnePieceRepeatedIsWritten(String piece) {
        List<TextBlock> blocks = TextBlock.of("x" + piece.repeat(400_000 / piece.length()) + "\n");

        assertFalse(HtmlText.of("Hostile", blocks).isEmpty());
        assertFalse(PlainText.of(blocks).isEmpty());
    }

    private static void parse(String html) throws Exception {
        DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.substring("<!DOCTYPE html>".length()))));
    }
}
