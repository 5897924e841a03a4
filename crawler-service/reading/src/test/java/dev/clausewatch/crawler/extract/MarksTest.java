package dev.clausewatch.crawler.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Struck-out words, superscripts and subscripts, and what items and cells belong to. */
class MarksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>You may <del>not</del> resell.</p>                            | You may ~~not~~ resell.
            <p>Fee: <s>10</s> 12 euros</p>                                   | Fee: ~~10~~ 12 euros
            <p><strike>We may sell data.</strike></p>                        | ~~We may sell data.~~
            <p style="text-decoration: line-through">Gone.</p>               | ~~Gone.~~
            <p>No <span style="TEXT-DECORATION-LINE:line-through">fee</span></p> | No ~~fee~~
            <p>Under<span style="text-decoration:underline">lined</span></p> | Underlined
            <p>Keep<del> this </del>here</p>                                 | Keep ~~this~~ here
            <p><del>a <s>b</s> c</del></p>                                   | ~~a b c~~
            <p><del>See <a href="/p">this</a> too</del></p>                  | ~~See [this](https://nimbus.example/p) too~~
            <p>See <a href="/p">this <s>old</s></a></p>                      | See [this ~~old~~](https://nimbus.example/p)
            <h2>Fees <s>and taxes</s></h2>                                   | ## Fees ~~and taxes~~
            <h2 style="text-decoration:line-through">Fees</h2>               | ## ~~Fees~~
            <del><h2>Fees</h2></del>                                         | ## ~~Fees~~
            <ol><li style="text-decoration:line-through">One</li></ol>       | 1. ~~One~~
            <p>Some <del> </del>space</p>                                    | Some space
            <p>About ~~ ten</p>                                              | About \\~~ ten
            """)
    void wordsThatAreStruckOutAreMarked(String html, String text) {
        assertEquals(text, ReadText.of(html));
    }

    @Test
    void aStrikeGoesOnInEveryBlockThatItHolds() {
        assertEquals(
                "Kept. ~~Gone~~\n\n~~first,~~\n\n- ~~second~~\n\n| ~~Plan~~ | ~~Fee~~ |\n| --- | --- |\n| ~~Basic~~ | ~~5~~ |\n\nKept.",
                ReadText.of("<div>Kept. <del>Gone<br>first,<ul><li>second</ul>"
                        + "<table><tr><td>Plan<td>Fee<tr><td>Basic<td>5</table></del>Kept.</div>"));
    }

    @Test
    void markdownIsMarkedAlreadyAndPlainTextIsNot() {
        assertEquals("You may ~~not~~ resell.", ReadText.of("You may ~~not~~ resell.", "text/markdown"));
        assertEquals("About \\~~ ten.", ReadText.of("About ~~ ten.", "text/plain"));
    }

    @Test
    void aRowThatIsStruckOutIsMarkedCellByCell() {
        assertEquals(
                "| Plan | Fee |\n| --- | --- |\n| ~~Basic~~ | ~~5~~ |",
                ReadText.of(
                        "<table><tr><td>Plan<td>Fee<tr style='text-decoration:line-through'><td>Basic<td>5</table>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>10<sup>2</sup> users</p>                        | 10^2 users
            <p>5 m<sup>2</sup>, x<sup>3</sup></p>              | 5 m^2, x^3
            <p>10<sup>-6</sup></p>                             | 10^-6
            <p>2<sup>n+1</sup></p>                             | 2^(n+1)
            <p>10<sup>2</sup>5</p>                             | 10^2 5
            <p>1<sup>1</sup>/<sub>2</sub> years</p>            | 1 1/2 years
            <p>1 <sup>1</sup>⁄<sub>2</sub> years</p>           | 1 1⁄2 years
            <p>1<sup>1/2</sup> years</p>                       | 1 1/2 years
            <p>1<sup>st</sup> day, 2<sup>ème</sup></p>         | 1st day, 2ème
            <p>$100<sup>2</sup> a month</p>                    | $100[2] a month
            <p>1,000<sup>3</sup> calls</p>                     | 1,000[3] calls
            <p>5%<sup>2</sup></p>                              | 5%[2]
            <p>fees<sup>1, 2</sup> apply</p>                   | fees[1, 2] apply
            <p>30<sup><a href="#fn2">2</a></sup> days</p>      | 30[2] days
            <p>30<sup><a href="/notes">a</a></sup> days</p>    | 30[a] days
            <p>fees<sup>1</sup>(net)</p>                       | fees[1] (net)
            <p><sup>1</sup>Without taxes.</p>                  | [1] Without taxes.
            <p>30<span style="vertical-align: super">1</span></p> | 30[1]
            <p>Nimbus<sup>TM</sup>, 5<sup>*</sup></p>          | NimbusTM, 5*
            <p>CO<sub>2</sub> and 10<sub>2</sub></p>           | CO2 and 10_2
            <h2>Fees<sup>1</sup></h2>                          | ## Fees[1]
            """)
    void superscriptsAndSubscriptsStayApartFromFigures(String html, String text) {
        assertEquals(text, ReadText.of(html));
    }

    @Test
    void aCellThatSpansRowsStandsInEachOfThem() {
        assertEquals(
                "| Plan | Period | Fee |\n| --- | --- | --- |\n| Basic | Month | 5 |\n| Basic | Year | 50 |\n| Pro | Month | 9 |",
                ReadText.of("<table><tr><th>Plan<th>Period<th>Fee<tr><td rowspan=2>Basic<td>Month<td>5"
                        + "<tr><td>Year<td>50<tr><td>Pro<td>Month<td>9</table>"));
        // A row that only cells from above fill says nothing.
        assertEquals(
                "| Basic | 5 |\n| --- | --- |\n| Pro | 9 |",
                ReadText.of("<table><tr><td rowspan=2>Basic<td>5<tr><td><tr><td>Pro<td>9</table>"));
    }

    @Test
    void itemsThatStandInNoListAreItems() {
        assertEquals(
                "You must not:\n\n- copy\n- sell\n    1. to anybody\n\nBut you may:\n\n- give",
                ReadText.of(
                        "<p>You must not:</p><li>copy</li> <li>sell<ol><li>to anybody</ol></li><p>But you may:</p><li>give"));
    }

    @Test
    void itemsThatAreWrappedCountOnInTheirList() {
        assertEquals(
                "1. One\n2. Two\n    1. Inner\n3. Three",
                ReadText.of(
                        "<ol><li>One</li><div><li>Two<ol><span><li>Inner</li></span></ol></li></div><li>Three</ol>"));
        assertEquals(
                "- (a) One\n- (b) Two", ReadText.of("<ol><div><li>(a) One</li></div><div><li>(b) Two</li></div></ol>"));
    }
}
