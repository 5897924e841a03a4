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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small pages that would cost minutes, or gigabytes, if anything were read twice. */
@Execution(ExecutionMode.CONCURRENT)
class HostilePageTest {

    private static final String URL = "https://nimbus.example/terms";
    private static final Source ALL = new Source(URL, List.of(), List.of(), false);
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Extractor extractor = new Extractor();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**Bold** and __strong__ words | Bold and strong words",
                "a ** b** c** | a ** b** c**",
                "**a __b__ c** | a __b__ c",
                "***a** b*** | *a b***",
                "**** | ****",
                "**a ** b** | a ** b",
                "snake__case | snake__case",
            })
    void dropsTheMarksOfEmphasis(String markdown, String text) {
        assertEquals(text, Emphasis.drop(markdown));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"# Title ## | # Title", "## Title# | ## Title#", "# a # # | # a #", "# ## | # ##"})
    void dropsTheNumberSignsThatCloseAHeading(String markdown, String text) {
        assertEquals(text + "\n", text("text/markdown", markdown, ALL));
    }

    @Test
    void readsMarkdownInOnePass() {
        text("text/markdown", "**a ".repeat(50_000), ALL);
        text("text/markdown", "__a **a ".repeat(50_000), ALL);
        text("text/markdown", "# a" + " ".repeat(100_000) + "b", ALL);
        text("text/markdown", "# a" + " #".repeat(100_000) + "b", ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- ", "-", "*_- "})
    void readsLongRules(String mark) {
        String rule = mark.repeat(20_000);
        text("text/html", "<p>" + rule + "</p>", ALL);
        text("text/html", "<p>" + rule + "a</p>", ALL);
        text("text/plain", "a\n\n" + rule + "\n\n" + rule + "a", ALL);
    }

    @Test
    void refusesListsThatIndentMoreThanTheySay() {
        tooLarge("<ul><li>a".repeat(200) + "<li>x".repeat(100_000));
    }

    @Test
    void indentsTwentyLevelsAtMost() {
        String text = text("text/html", "<ul><li>a".repeat(40), ALL);
        assertTrue(text.endsWith("\n" + " ".repeat(80) + "- a\n"), text);
    }

    @Test
    void refusesALinkThatComesBackInEveryBlock() {
        tooLarge("<a href=/" + "a".repeat(1_500) + ">" + "<p>x".repeat(25_000));
        tooLarge("<table><tr><td>x<td>" + ("<a href=/" + "a".repeat(1_500) + ">x</a>").repeat(6_000));
    }

    @Test
    void refusesATableThatIsMostlyEmpty() {
        tooLarge("<table><tr>" + "<td rowspan=99>x".repeat(99) + "<tr><td>x<td>y".repeat(50_000));
    }

    @Test
    void widensACellToTwentyColumnsAtMost() {
        String text = text("text/html", "<table><tr><td>a<td>b<tr><td colspan=99>c", ALL);
        assertEquals("| a | b |" + " |".repeat(18), text.lines().findFirst().orElseThrow());
    }

    @Test
    void keepsTheWordsOfALinkWithALongTarget() {
        assertEquals("x\n", text("text/html", "<a href='/" + "a".repeat(3_000) + "'>x</a>", ALL));
        String base = "<base href='https://nimbus.example/" + "a".repeat(200_000) + "/'>";
        String links = "<a href=b>x</a><a href='https://a.example/'>y</a>".repeat(10_000);
        assertTrue(text("text/html", base + links, ALL).startsWith("x[y](https://a.example/)x"));
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://a.example/x, x",
        "javascript:alert(1), x",
        "vbscript:x, x",
        "TEL:+49 30, [x](TEL:+49%2030)",
        "mailto:a@a.example, [x](mailto:a@a.example)",
        "mailto:<a@a.example>, [x](mailto:%3Ca@a.example%3E)",
        "mailto:\"a\"@a.example, [x](mailto:%22a%22@a.example)"
    })
    void linksOnlyToWhatPeopleFollow(String target, String text) {
        assertEquals(text + "\n", text("text/html", "<a href='" + target + "'>x</a>", ALL));
    }

    @Test
    void takesOutManyElementsAtOnce() {
        String frame = "<p>Terms</p>" + "<nav></nav>".repeat(140_000);
        assertEquals("Terms\n", text("text/html", frame, ALL));
        assertEquals("Terms\n", text("text/html", frame, removing(Selector.css("nav"))));
        Selector range = new Selector(null, null, "p", null, "#end");
        assertEquals("Terms\n\nMore\n", text("text/html", frame + "<b id=end>end</b><p>More", removing(range)));
    }

    @Test
    void readsNestedHeadingsHiddenPartsAndListsOnce() {
        String many = "<i>a</i>".repeat(100_000);
        text("text/html", "<h4><div><h5><div>".repeat(100) + many, ALL);
        text("text/html", "<div aria-hidden=true>".repeat(400) + many + "<h1>Terms", ALL);
        text("text/html", "<ol><li>".repeat(200) + many, ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<div><p>",
                "<table><tr><td>",
                "<table><caption>",
                "<ul><li>",
                "<blockquote><h4>",
                "<b><a href=/x>",
                "<div class=share-bar>",
                "<div class=toc>",
                "<div class=cookie><div role=button>",
                "<div aria-hidden=true aria-labelledby=x>",
                "<button aria-expanded=false></button><div hidden>",
                "<template>",
                "<svg><g>"
            })
    void readsWhatIsNestedAHundredThousandDeep(String tags) {
        String page = "<body><p>You may leave at any time you like.</p>"
                + tags.repeat(100_000 / tags.split("<", -1).length) + "x";
        assertTrue(text("text/html", page, ALL).startsWith("You may leave"));
        assertTrue(text("text/html", page, selecting("body")).startsWith("You may leave"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<table><tr><td>a<td>b</table><table><caption>; 250; <i></i>",
                "<table><tr><th>a<td>b<tr><td>; 150; <i></i>",
                "<div class=share>; 250; <a>x</a>",
                "<div class=toc>; 250; <a href=#x>x</a>",
                "<div class=cookie><div role=button>; 200; <b>x</b>",
                "<div hidden aria-labelledby=x>; 250; <i></i>",
                "<div class='x'>; 250; <button aria-controls=x></button>",
                "<div id=x>; 250; <button aria-controls=x></button>",
                "<div>; 250; <h2 id=x></h2><nav></nav>",
            })
    void looksThroughEachPartOnceHoweverPartsNest(String around, int depth, String inside) {
        String page = "<body><p>You may leave at any time you like.</p>" + around.repeat(depth) + inside.repeat(60_000);
        assertTrue(text("text/html", page, ALL).startsWith("You may leave"));
        assertTrue(text("text/html", page, selecting("body")).startsWith("You may leave"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class='%s'>",
                "<p id='%s'>",
                "<p style='%s'>",
                "<ol style='%s'><li>",
                "<a href='%s'>",
                "<p hidden=until-found role='%s'>",
                "<button aria-controls='%s'></button>",
                "<p data-cfemail='%s'>",
                "<table><tr><td colspan='%s'>",
                "<ol start='%s'><li>"
            })
    void readsHugeAttributeValues(String tag) {
        for (String value : List.of("shareToc ", "list-style", "0", " ", "[at](")) {
            String page = "<body><p>You may leave.</p>" + tag.formatted(value.repeat(1_000_000 / value.length())) + "x";
            assertTrue(text("text/html", page, selecting("body")).startsWith("You may leave."), value);
        }
    }

    @Test
    void readsLongTextsThatBeginLikeDisguisedAddresses() {
        for (String words :
                List.of("a", "a@", "a [at] ", "a[at]b[dot]", "opens in a new ", "(opens in a new window ")) {
            text("text/html", "<p>" + words.repeat(300_000 / words.length()) + "at] new ", ALL);
        }
    }

    @Test
    void readsManySuperscriptsAndStrikesDeepDown() {
        String deep = "<div>".repeat(400);
        String page = deep + "<del>10<sup>2</sup></del> ".repeat(30_000);
        String text = assertTimeoutPreemptively(SOON, () -> text("text/html", page, ALL));
        assertTrue(text.startsWith("~~10^2 10^2 "), text.substring(0, 20));
    }

    @Test
    void putsALineBreakOfAnEntityIntoTheLine() {
        assertEquals("a b\n", text("text/html", "<p>a&#13;b", ALL));
    }

    @Test
    void doesNotSearchALargePageForEachElement() {
        Source source = selecting("body :has(i ~ p)");
        Rejected rejected =
                assertInstanceOf(Rejected.class, extract("text/html", "<div>" + "<p>a".repeat(30_000), source));
        assertEquals(FailureReason.TOO_MANY_ELEMENTS, rejected.reason());
        assertEquals("a\n", text("text/html", "<div><i>b</i><p>a", selecting("body :has(i) p, i ~ p")));
    }

    @Test
    void refusesASelectorThatWasDeclaredBeforeItWasRefused() {
        Source source = selecting("p:matches(^(a|b)*$)");
        Rejected rejected =
                assertInstanceOf(Rejected.class, extract("text/html", "<p>" + "ab".repeat(500_000), source));
        assertEquals(FailureReason.SELECT_NO_MATCH, rejected.reason());
        assertTrue(rejected.detail().contains("use :contains"), rejected.detail());
    }

    private void tooLarge(String html) {
        Rejected rejected = assertInstanceOf(Rejected.class, extract("text/html", html, ALL));
        assertEquals(FailureReason.TEXT_TOO_LARGE, rejected.reason());
    }

    private String text(String mediaType, String content, Source source) {
        return assertInstanceOf(Extracted.class, extract(mediaType, content, source))
                .text();
    }

    private Extraction extract(String mediaType, String content, Source source) {
        Page page = new Page(new RawBytes(content.getBytes(StandardCharsets.UTF_8)), mediaType, "UTF-8", URL);
        return assertTimeoutPreemptively(SOON, () -> extractor.extract(page, source));
    }

    private static Source selecting(String css) {
        return new Source(URL, List.of(Selector.css(css)), List.of(), false);
    }

    private static Source removing(Selector selector) {
        return new Source(URL, List.of(), List.of(selector), false);
    }
}
