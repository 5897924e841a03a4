package dev.clausewatch.crawler.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.StrikethroughText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Struck-out words, raised figures and spanning cells as pages write them in other ways. */
class UnusualMarkupTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            <p>You may copy and/<del>or sell</del> it.</p>                           => You may copy and/ it.
            <p><s>We may</s><s> sell</s><s> data.</s> We keep it.</p>                => We keep it.
            <p><span style="text-decoration:line-through">a</span><span style="text-decoration:line-through">b</span> c</p> => c
            <p><del>A ~~ b</del> c</p>                                               => c
            <p>x <a href="/x~~y">t</a> and <a href="/z~~w">u</a></p>                 => x [t](https://nimbus.example/x~~y) and [u](https://nimbus.example/z~~w)
            """)
    void whatIsStruckOutIsGoneOnceItsTextIsRead(String html, String standing) {
        assertEquals(
                standing,
                StrikethroughText.removed(ReadText.of(html))
                        .replaceAll(" +", " ")
                        .strip());
    }

    @Test
    void tildesThatMeetOverTagsStrikeNothingOut() {
        String html = "<p>We do ~<b>~not~</b>~ sell.</p>";
        assertEquals(ReadText.of(html), StrikethroughText.removed(ReadText.of(html)));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            <p style="-webkit-text-decoration:line-through">Gone.</p>                      => ~~Gone.~~
            <p style="text-decoration:line-through;text-decoration:none">Here.</p>         => Here.
            <p style="text-decoration-style:line-through">Here.</p>                        => Here.
            <p style="text-decoration:line-through;text-decoration:bogus">Gone.</p>        => ~~Gone.~~
            <p style="text-decoration:line-through!important;text-decoration:none">Gone.</p> => ~~Gone.~~
            <p style="text-decoration:#f00 2px line-through">Gone.</p>                     => ~~Gone.~~
            <p style="a:url(;text-decoration:line-through;)">Here.</p>                     => Here.
            <p style="/*;text-decoration:line-through;*/">Here.</p>                        => Here.
            <del>a <a href="/p">b <i style="float:left">c</i></a> d</del>                  => ~~a b~~ c ~~d~~
            <p><span role="deletion">here</span> too</p>                                   => here too
            """)
    void whatABrowserStrikesOutIsMarked(String html, String text) {
        assertEquals(text, ReadText.of(html));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            <p>EUR 10<sup>2</sup> a month</p>             => EUR 10[2] a month
            <p>within 30<sup>2</sup> days</p>             => within 30[2] days
            <p>in 2024<sup>2</sup> we</p>                 => in 2024[2] we
            <p>GPT-4<sup>2</sup> and Plan B<sup>3</sup></p> => GPT-4[2] and Plan B[3]
            <p>30<sup class="footnote">2</sup> days</p>   => 30[2] days
            <p>12<sup>1)</sup> months</p>                 => 12[1] months
            <p>$10<sup>1</sup>/30 days</p>                => $10[1]/30 days
            <p>24<sup>1</sup>/7 support</p>               => 24[1]/7 support
            <p>$9<sup>99</sup> a month</p>                => $9.99 a month
            <p>fees<sup>a</sup> apply</p>                 => fees[a] apply
            """)
    void aNoteMarkIsNoExponentAndAPriceIsNoNote(String html, String text) {
        assertEquals(text, ReadText.of(html));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            <table><thead><tr><th rowspan=2>Plan<th>Fee</thead><tbody><tr><td>Basic<td>5<tr><td>Pro<td>9</tbody></table> => /| Plan | Fee |/| --- | --- |/| Basic | 5 |/| Pro | 9 |
            <table><tbody><tr><td rowspan=2>Basic<td>5</tbody><tbody><tr><td>Pro<td>9</tbody></table> => /| Basic | 5 |/| --- | --- |/| Pro | 9 |
            <table><tr><th>Plan<th>Fee<tr><td rowspan=0>Basic<td>5<tr><td>6</table>         => /| Plan | Fee |/| --- | --- |/| Basic | 5 |/| Basic | 6 |
            <table><tr><th>Plan<th>Fee<tr><td rowspan=1000>Basic<td>5<tr><td>6</table>      => /| Plan | Fee |/| --- | --- |/| Basic | 5 |/| Basic | 6 |
            """)
    void aCellSpansNoFurtherThanItsPartOfTheTable(String html, String rows) {
        assertEquals(rows.substring(1).replace("|/|", "|\n|"), ReadText.of(html));
    }

    @Test
    void markdownStrikesOutByTagsToo() {
        assertEquals("Text ~~gone~~ stays", ReadText.of("Text <del>gone</del> stays", "text/markdown"));
        assertEquals(
                "10^2 users of 30[1] days",
                ReadText.of("10<sup>2</sup> users of 30<sup>1</sup> days", "text/markdown"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            <p>[this](/ you waive a jury trial)</p>              => [this]\\(/ you waive a jury trial)
            <p><a href="/p">[x](/y)</a></p>                      => [\\[x\\]\\(/y)](https://nimbus.example/p)
            <p>`a <del>b</del>`</p>                              => \\`a ~~b~~\\`
            <p>~<del>b</del>~</p>                                => \\~~~b~~\\~
            <p>C:\\<del>b</del> \\~~</p>                         => C:\\\\~~b~~ \\\\\\~~
            <p>See https://x.example/<del>b</del> c</p>          => See https://x.example/ ~~b~~ c
            <p><del>&nbsp;b&nbsp;</del>c<del>&shy;</del></p>     => ~~b~~ c
            <p><del>a</del><del>b</del> <del>c</del></p>         => ~~ab c~~
            """)
    void whatLooksLikeAMarkIsEscaped(String html, String text) {
        assertEquals(text, ReadText.of(html));
    }

    @Test
    void hiddenCharactersMakeNoMarkInTextEither() {
        for (String type : List.of("text/plain", "text/markdown")) {
            String text = ReadText.of("~\u200b~You waive class actions.~\u00ad~", type);
            assertEquals(text, StrikethroughText.removed(text));
        }
        assertEquals("[this]\\(/ you waive)", ReadText.of("[this](/ you waive)", "text/plain"));
    }
}
