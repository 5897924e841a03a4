package dev.clausewatch.crawler.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.extract.Extraction.Extracted;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTest {

    private static final String URL = "https://nimbus.example/terms";
    private static final String CLAUSE = "You may leave at any time and take all of your data with you when you go.";

    private final Extractor extractor = new Extractor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>Write to <a class="__cf_email__" data-cfemail="7a121f160a3a141317180f0954">[email&#160;protected]</a></p> | Write to help@nimbus.
            <p>Write to <a href="/cdn-cgi/l/email-protection#7a121f160a3a141317180f09">us</a></p> | Write to [us](mailto:help@nimbus)
            <p>Write to help [at] nimbus [dot] example.</p>   | Write to help@nimbus.example.
            <p>Write to help(at)nimbus.example today</p>      | Write to help@nimbus.example today
            <p>Look at (at least) one page</p>                | Look at (at least) one page
            <p data-cfemail="zz">As it is</p>                 | As it is
            """)
    void anObfuscatedAddressIsReadAsItsReadersSeeIt(String html, String text) {
        assertEquals(text, read(html));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>See our <a href="/p">policy<span class="sr-only"> (opens in a new window)</span></a> too</p> | See our [policy](https://nimbus.example/p) too
            <p>See our <a href="/p">policy, opens in new tab</a></p> | See our [policy](https://nimbus.example/p)
            <p>The shop opens in a new window of the mall.</p>       | The shop opens in a new window of the mall.
            """)
    void thatALinkOpensAnotherWindowIsNotPartOfTheText(String html, String text) {
        assertEquals(text, read(html));
    }

    @Test
    void aShareBarIsNoText() {
        assertEquals(
                CLAUSE,
                read("<div class='social-share'>Share <a href='/x'>Post</a> <a href='/y'>Mail</a></div><p>" + CLAUSE
                        + "</p>"));
        assertEquals(
                "We share data. [Read more](https://nimbus.example/more)",
                read("<p class='data-sharing'>We share data. <a href='/more'>Read more</a></p>"));
    }

    @Test
    void aTableOfContentsIsNoText() {
        String contents = "<div class='toc'><h2>Contents</h2><ul><li><a href='#a'>Leaving the service</a></li>"
                + "<li><a href='%s#b'>Data of yours</a></li><li><a href='#c'>Fees and taxes</a></li></ul></div>";
        assertEquals(CLAUSE, read(contents.formatted(URL) + "<p>" + CLAUSE + "</p>"));
        // Links to other pages are about something else.
        assertEquals(
                "## Contents",
                read(contents.formatted("/other") + "<p>" + CLAUSE + "</p>")
                        .lines()
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void theHeadingOfNavigationGoesWithIt() {
        assertEquals(
                CLAUSE,
                read("<h2 id='here'>In this article</h2><nav aria-labelledby='here'><a href='#a'>Leaving</a></nav><p>"
                        + CLAUSE + "</p>"));
        assertEquals("## Terms\n\n" + CLAUSE, read("<h2 id='t'>Terms</h2><nav>Menu</nav><p>" + CLAUSE + "</p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<button aria-controls=s aria-expanded=false>Leaving</button><div id=s hidden><p>%s</p></div>",
                "<button aria-expanded=false>Leaving</button><div aria-hidden=true><p>%s</p></div>",
                "<button class=accordion>Leaving</button><div class=panel><p>%s</p></div>",
                "<div>Leaving</div><div role=tabpanel aria-labelledby=t hidden><p>%s</p></div>"
            })
    void aClosedSectionIsTextWithItsTitle(String html) {
        assertEquals("Leaving\n\n" + CLAUSE, read(html.formatted(CLAUSE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<button aria-controls=s>Menu</button><ul id=s hidden><li><a href=/a>Home</a></ul>",
                "<button aria-controls=s>Why?</button><div id=s role=tooltip hidden>We say here why this clause is in the contract.</div>",
                "<button aria-haspopup=true aria-controls=s>More</button><div id=s hidden>All of our other pages and a good deal about us.</div>",
                "<button>Copy as text</button><div hidden>The text is in your clipboard now, paste it where you like.</div>",
            })
    void whatIsHiddenOtherwiseIsNoText(String html) {
        assertEquals(CLAUSE, read(html + "<p>" + CLAUSE + "</p>"));
    }

    @Test
    void aConsentBannerIsNotTheMainContent() {
        String banner =
                "<div id='cookie-banner'><p>We use cookies to make the page better and to count its visitors.</p>"
                        + "<button>Accept all</button></div>";
        assertEquals(
                "# Terms\n\n" + CLAUSE, main(banner + "<div><h1>Terms</h1><div><p>" + CLAUSE + "</p></div></div>"));
        String policy =
                "<div class='cookie-policy'><h1>Cookies</h1><p>You can accept or reject cookies in your browser.</p>"
                        + "<button>Accept</button></div>";
        assertEquals("# Cookies\n\nYou can accept or reject cookies in your browser.", main(policy));
    }

    @Test
    void theMainContentIsWhereNearlyAllOfTheProseIs() {
        String clauses = ("<p>" + CLAUSE + "</p>").repeat(30);
        String page =
                "<div class='page'><div class='hero'><h1>Terms</h1></div><div class='side'><p>Read what our founder says about the new plans.</p></div>"
                        + "<div class='body'>" + clauses + "</div></div>";
        assertEquals("# Terms\n\n" + (CLAUSE + "\n\n").repeat(30).strip(), main(page));
        // Prose that is shared out is all kept.
        String both = "<div><div>" + clauses + "</div><div>" + clauses + "</div></div>";
        assertEquals((CLAUSE + "\n\n").repeat(60).strip(), main(both));
    }

    private String read(String html) {
        return text("<main>" + html + "</main>", new Source(URL, List.of(Selector.css("main")), List.of(), false));
    }

    private String main(String html) {
        return text("<body>" + html + "</body>", new Source(URL, List.of(), List.of(), false));
    }

    private String text(String html, Source source) {
        Page page = new Page(new RawBytes(html.getBytes(StandardCharsets.UTF_8)), "text/html", "utf-8", URL);
        return assertInstanceOf(Extracted.class, extractor.extract(page, source))
                .text()
                .strip();
    }
}
