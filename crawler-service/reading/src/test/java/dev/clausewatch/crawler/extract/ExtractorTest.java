package dev.clausewatch.crawler.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.extract.Extraction.Extracted;
import dev.clausewatch.crawler.extract.Extraction.Rejected;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import dev.clausewatch.events.TextFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExtractorTest {

    private static final String URL = "https://nimbus.example/terms";
    private static final Selector START_TO_END = new Selector(null, "#start", null, "#end", null);

    private final Extractor extractor = new Extractor();

    @Test
    void refusesAPageWhoseSelectionHasNoText() {
        Source source = new Source(URL, List.of(Selector.css("#app")), List.of(), true);
        assertEquals(
                FailureReason.EMPTY_TEXT, rejected("<div id=app></div>", source).reason());
    }

    @Test
    void readsThePageThatNobodySelectsFrom() {
        assertEquals(file("nimbus-terms.md"), text(page("nimbus-terms.html", "text/html"), select()));
    }

    @Test
    void joinsARangeAndASelectorInTheOrderOfThePageReadingEachPartOnce() {
        assertEquals(
                file("quartz-privacy.md"),
                text(page("quartz-privacy.html", "text/html"), select(Selector.css(".annex"), START_TO_END)));
    }

    @Test
    void readsPlainTextWithoutItsLineWraps() {
        assertEquals(file("harbor-policy.md"), text(page("harbor-policy.txt", "text/plain"), select()));
    }

    @Test
    void putsMarkdownIntoOurFormat() {
        assertEquals(file("harbor-readme.md"), text(page("harbor-readme.mdsource", "text/markdown"), select()));
    }

    @Test
    void takesOutWhatIsRemovedBeforeItSelects() {
        Source source = new Source(
                URL,
                List.of(START_TO_END),
                List.of(Selector.css(".share"), new Selector(null, "ul", null, null, "ul")),
                false);
        assertEquals(
                "## Privacy at Quartz\n\nWe collect what you type.\n",
                text(page("quartz-privacy.html", "text/html"), source));
    }

    @Test
    void startsARangeBehindAnElementAndEndsItBehindAnother() {
        Selector behind = new Selector(null, null, "#start", null, "#end");
        String text = text(page("quartz-privacy.html", "text/html"), select(behind));
        assertTrue(text.startsWith("We collect") && text.endsWith("The end marker.\n"), text);
    }

    @Test
    void refusesAPageWithoutWhatIsSelected() {
        Rejected rejected = rejected("<main><p>Hello</p></main>", select(Selector.css(".terms")));
        assertEquals(FailureReason.SELECT_NO_MATCH, rejected.reason());
        assertTrue(rejected.detail().contains("\".terms\""), rejected.detail());
    }

    @Test
    void refusesARangeWhoseEndComesFirst() {
        Selector backwards = new Selector(null, null, "#b", "#a", null);
        Rejected rejected = rejected("<p id=a>One</p><p id=b>Two</p>", select(backwards));
        assertEquals(FailureReason.SELECT_NO_MATCH, rejected.reason());
    }

    @Test
    void countsItemsThatARangeLeavesOut() {
        String list = "<ol><li>One</li><li id=two>Two</li><li id=three>Three</li></ol><p id=end>End</p>";
        assertEquals("2. Two\n3. Three\n", text(html(list), select(new Selector(null, "#two", null, "#end", null))));
    }

    @Test
    void readsThePageBehindAnOpenDialogAndWhateverIsSelected() {
        String page =
                "<main><div aria-hidden=true><h1>Terms</h1></div><b aria-hidden=true>*</b></main><nav><p>Annex</p></nav>";
        assertEquals("# Terms\n", text(html(page), select(Selector.css("main"))));
        assertEquals("Annex\n", text(html(page), select(Selector.css("nav"))));
    }

    @Test
    void believesTheByteOrderMarkThenTheServerThenThePage() {
        String meta = "<meta charset=windows-1252><p>Café</p>";
        Charset cp1252 = Charset.forName("windows-1252");
        assertEquals("Café\n", text(bytes(meta.getBytes(cp1252), null), select()));
        assertEquals("Café\n", text(bytes(meta.getBytes(StandardCharsets.UTF_8), "UTF-8"), select()));
        assertEquals(
                "Café\n", text(bytes(("\uFEFF" + meta).getBytes(StandardCharsets.UTF_8), "windows-1252"), select()));
        assertEquals("Café\n", text(bytes("\uFEFF<p>Café</p>".getBytes(StandardCharsets.UTF_16LE), null), select()));
        assertEquals("“Café”\n", text(bytes("<p>“Café”</p>".getBytes(cp1252), "ISO-8859-1"), select()));
    }

    @Test
    void survivesNestingOfAHundredThousandElements() {
        String deep = "<div>".repeat(100_000) + "<p>Deep</p>" + "</div>".repeat(100_000);
        assertEquals("Deep\n", assertTimeoutPreemptively(Duration.ofSeconds(20), () -> text(html(deep), select())));
    }

    @Test
    void refusesAPageOfMoreElementsThanCanBeHeld() {
        Rejected rejected = rejected("<p>a".repeat(300_001), select());
        assertEquals("too-many-elements", rejected.reason().code());
        assertTrue(rejected.detail().contains("300000"), rejected.detail());
    }

    @Test
    void refusesAPageThatMultipliesItsElementsByTagsLeftOpen() {
        String open = IntStream.range(0, 200).mapToObj("<b id=%d>"::formatted).collect(Collectors.joining());
        Rejected rejected = rejected("<p>" + open + "<p>x".repeat(40_000), select());
        assertEquals("too-many-elements", rejected.reason().code());
    }

    @Test
    void readsPlainTextOfManyAngleBrackets() {
        byte[] arrows = "< ".repeat(300_001).getBytes(StandardCharsets.UTF_8);
        assertTrue(text(new Page(new RawBytes(arrows), "text/plain", "UTF-8", URL), select())
                .startsWith("< < "));
    }

    @Test
    void joinsSeveralSourcesWithARule() {
        assertEquals("One\n\n---\n\n# Two\n", Extractor.join(List.of("One\n", "# Two\n")));
    }

    @Test
    void writesTextThatIsNormalAlready() {
        String text = text(page("nimbus-terms.html", "text/html"), select());
        assertEquals(text, TextFormat.normalize(text));
    }

    private String text(Page page, Source source) {
        return assertInstanceOf(Extracted.class, extractor.extract(page, source))
                .text();
    }

    private Rejected rejected(String html, Source source) {
        return assertInstanceOf(Rejected.class, extractor.extract(html(html), source));
    }

    private static Source select(Selector... selectors) {
        return new Source(URL, List.of(selectors), List.of(), false);
    }

    private static Page html(String html) {
        return bytes(html.getBytes(StandardCharsets.UTF_8), "UTF-8");
    }

    private static Page bytes(byte[] bytes, @org.jspecify.annotations.Nullable String charset) {
        return new Page(new RawBytes(bytes), "text/html", charset, URL);
    }

    private static Page page(String file, String mediaType) {
        return new Page(new RawBytes(file(file).getBytes(StandardCharsets.UTF_8)), mediaType, null, URL);
    }

    private static String file(String name) {
        try (InputStream in = ExtractorTest.class.getResourceAsStream("/pages/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
