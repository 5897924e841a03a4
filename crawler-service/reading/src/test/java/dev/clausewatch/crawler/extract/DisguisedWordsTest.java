package dev.clausewatch.crawler.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import dev.clausewatch.events.StrikethroughText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see as standing on a page cannot be dressed as struck out, furniture or too much. */
class DisguisedWordsTest {

    private static final String URL = "https://nimbus.example/terms";
    private static final Source ALL = new Source(URL, List.of(), List.of(), false);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String CLAUSE = "You waive class actions.";

    private final Extractor extractor = new Extractor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><i>~</i><i>~</i>%s<i>~</i><i>~</i></p>",
                "<p><i style='font-size:0'>~</i><i style='font-size:0'>~</i>%s<i style='font-size:0'>~</i><i style='font-size:0'>~</i></p>",
                "<p>~\u200b~%s~\u200b~</p>",
                "<p>~&shy;~%s~&shy;~</p>",
                "<p><sup>~</sup><sup>~</sup>%s<sup>~</sup><sup>~</sup></p>",
                "<p>a <del>-~~-</del>%s<del>-</del></p>",
            })
    void tildesThatAreNoStrike(String html) {
        stands(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><del style='text-decoration:none'>%s</del></p>",
                "<p><span style='text-decoration:line-through;text-decoration:none'>%s</span></p>",
                "<p><span style='text-decoration-style:line-through'>%s</span></p>",
                "<p><del><span style='display:inline-block'>%s</span></del></p>",
            })
    void strikesThatNoBrowserDraws(String html) {
        stands(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style='--display:none'><input>%s</div>",
                "<div style='display:none;display:block'><input>%s</div>",
            })
    void formsThatAreShown(String html) {
        stands(html);
    }

    @Test
    void cellsBehindTheHundredthColumn() {
        stands("<table><tr>" + "<td colspan=20></td>".repeat(5)
                + "<td>%s</td></tr><tr><td>a</td><td>b</td></tr></table>");
    }

    @Test
    void aCellThatSpansAllRowsStandsInEach() {
        assertEquals(
                "| Fee | Plan |\n| --- | --- |\n| Free | Basic |\n| Free | Plus |",
                read("<table><tr><td>Fee<td>Plan<tbody><tr><td rowspan=0>Free<td>Basic<tr><td>Plus</table>", ALL));
    }

    @Test
    void aLongStyleAroundManyCellsIsReadOnce() {
        String style = "a:b;".repeat(50_000);
        soon("<table><tr style='" + style + "'>" + "<td>a".repeat(50_000) + "</table>", ALL);
    }

    @Test
    void aLongStyleAroundManySelectedPartsIsReadOnce() {
        String style = "a:b;".repeat(50_000);
        Source parts = new Source(URL, List.of(Selector.css("p")), List.of(), false);
        soon("<div style='" + style + "'>" + "<p>a</p>".repeat(30_000) + "</div>", parts);
    }

    private void soon(String html, Source source) {
        assertTimeoutPreemptively(SOON, () -> read(html, source));
    }

    private void stands(String html) {
        String text = read(html.replace("%s", CLAUSE), ALL);
        assertTrue(StrikethroughText.removed(text).contains(CLAUSE), text);
    }

    private String read(String html, Source source) {
        Page page = new Page(new RawBytes(html.getBytes(StandardCharsets.UTF_8)), "text/html", "utf-8", URL);
        return assertInstanceOf(Extraction.Extracted.class, extractor.extract(page, source))
                .text()
                .strip();
    }
}
