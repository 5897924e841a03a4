package dev.clausewatch.crawler.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.extract.Extraction.Extracted;
import dev.clausewatch.crawler.pdf.PdfDraft;
import dev.clausewatch.events.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages of the kind that people reported to other readers of pages as read wrongly. */
class ReportedPagesTest {

    private static final String URL = "https://nimbus.example/terms";
    private static final String CLAUSE = "You may leave at any time and take all of your data with you when you go.";

    private final Extractor extractor = new Extractor();

    @Test
    void aListDirectlyInsideAListIsASublevel() {
        String text = "1. Fees\n2. Data\n    1. We keep it.\n    2. You own it.\n3. End";
        assertEquals(
                text,
                read("<ol><li>Fees</li><li>Data</li><ol><li>We keep it.</li><li>You own"
                        + " it.</li></ol><li>End</li></ol>"));
        assertEquals(
                text,
                read("<ol><li>Fees</li><li>Data<ol><li>We keep it.</li><li>You own"
                        + " it.</li></ol></li><li>End</li></ol>"));
    }

    @Test
    void aTenthItemHasBothOfItsParagraphs() {
        assertEquals(
                "9. Nine\n10. Ten\n\n    It goes on.\n\n11. Eleven",
                read("<ol start=9><li>Nine</li><li><p>Ten</p><p>It goes on.</p></li><li>Eleven</li></ol>"));
        assertEquals(
                "10. Ten\n\n    It goes on.\n\n11. Eleven",
                read("10. Ten\n\n    It goes on.\n\n11. Eleven", "text/markdown"));
    }

    @Test
    void aListOfAThousandItemsIsTheContentAndNotTheBoxBesideIt() {
        String box = "<div class='filter' style='display:none'><p>Choose the topics that you would like to see in the"
                + " list.</p><input type=checkbox>Fees</div>";
        String items = IntStream.rangeClosed(1, 1000)
                .mapToObj("<li>You agree to keep rule number %d as long as it stands here.</li>"::formatted)
                .collect(Collectors.joining());
        String text = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> i + ". You agree to keep rule number " + i + " as long as it stands here.")
                .collect(Collectors.joining("\n"));
        assertEquals(text, read(box + "<ol>" + items + "</ol>"));
    }

    @Test
    void shortParagraphsOfTheirOwnAreKept() {
        assertEquals(
                CLAUSE + "\n\nNo refunds.\n\nYou agree.\n\n" + CLAUSE,
                read("<div><div><div><span>" + CLAUSE
                        + "</span></div></div><div><div><span>No refunds.</span></div></div>"
                        + "<div><div><span>You agree.</span></div></div><div><div><span>" + CLAUSE
                        + "</span></div></div></div>"));
    }

    @Test
    void itemsWithoutTheirListFollowTheSentenceThatIntroducesThem() {
        assertEquals(
                "You must not:\n\n- copy it;\n- sell it.\n\n" + CLAUSE,
                read("<div><p>You must not:</p><li>copy it;</li><li>sell it.</li><p>" + CLAUSE + "</p></div>"));
    }

    @Test
    void whatStandsBeforeABigTableIsKept() {
        String rows = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> "<tr><td>Vendor " + i
                        + "<td>This vendor keeps your data for as long as the law of its country says.")
                .collect(Collectors.joining());
        String text = read("<div><p>" + CLAUSE + "</p><p><b>No refunds.</b></p><table>" + rows + "</table></div>");
        assertEquals(CLAUSE + "\n\nNo refunds.\n\n| Vendor 1 |", text.substring(0, CLAUSE.length() + 27));
        assertEquals(205, text.lines().count());
    }

    @Test
    void sectionsOfSeveralContainersAreAllKept() {
        String section = "<div class='row'><div class='column'><h2>%s</h2><p>" + CLAUSE + "</p></div></div>";
        assertEquals(
                IntStream.rangeClosed(1, 9)
                        .mapToObj(i -> "## " + i + "\n\n" + CLAUSE)
                        .collect(Collectors.joining("\n\n")),
                read(IntStream.rangeClosed(1, 9)
                        .mapToObj(i -> section.formatted(i))
                        .collect(Collectors.joining())));
    }

    @Test
    void aPlaceholderInPointedBracketsIsWords() {
        String text = "This agreement binds <Company Name> and you.";
        assertEquals(text, read("<p>" + text.replace("<", "&lt;"), "text/html"));
        assertEquals(text, read(text, "text/plain"));
        assertEquals(text, read(text, "text/markdown"));
        assertEquals(text, read(new PdfDraft().lines(text).bytes(), "application/pdf"));
    }

    @Test
    void aFeeScheduleIsARowABlock() {
        assertEquals(
                "Fees\n\n| Plan | Fee |\n| --- | --- |\n| Basic | 5 a month or 50 a year |\n| Pro | 9 a month |",
                read("<table><caption>Fees</caption><thead><tr><th>Plan<th>Fee</thead>"
                        + "<tbody><tr><td><p>Basic</p><td>5 a month<br>or 50 a year<tr><td>Pro<td>9 a month</table>"));
    }

    @Test
    void aFeeScheduleOfAPdfIsARowABlock() {
        byte[] pdf = new PdfDraft()
                .frames(new float[] {72, 200, 330}, 110, 130, 150)
                .at(76, 124)
                .row(new int[] {76, 204}, "Plan", "Fee")
                .at(76, 144)
                .row(new int[] {76, 204}, "Basic | Plus", "5 ~~ 9 a month")
                .at(72, 180)
                .lines("Taxes are added.")
                .bytes();
        assertEquals(
                "| Plan | Fee |\n| --- | --- |\n| Basic \\| Plus | 5 \\~~ 9 a month |\n\nTaxes are added.",
                read(pdf, "application/pdf"));
    }

    private String read(String html) {
        return read("<body>" + html, "text/html");
    }

    private String read(String body, String mediaType) {
        return read(body.getBytes(StandardCharsets.UTF_8), mediaType);
    }

    private String read(byte[] body, String mediaType) {
        Page page = new Page(new RawBytes(body), mediaType, "UTF-8", URL);
        return assertInstanceOf(Extracted.class, extractor.extract(page, new Source(URL, List.of(), List.of(), false)))
                .text()
                .strip();
    }
}
