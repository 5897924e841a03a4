package dev.clausewatch.crawler.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row is what {@code document.querySelectorAll} finds in a browser. */
class CssSelectorTest {

    private static final Document PAGE = Jsoup.parse("""
            <main id="a.b" class="page all-terms" data-for="Nimbus Cloud"><h2 id=h class=x>Terms</h2><p id=1 class=x>1</p>
            <p id=2 class="x terms">2</p><div id=d><p id=3>3 <a id=l href="/x" hreflang=EN>l</a></p></div>
            <p id=4 lang=en-GB title="it's [4]">4</p><a id=n>n</a></main>""");

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', nullValues = "-", textBlock = """
            [class~=terms]                     ; 2
            [class~="x terms"]                 ; -
            [class~='']                        ; -
            [class*=terms]                     ; a.b 2
            [class^='']                        ; -
            [class="x terms"]                  ; 2
            [class=x]                          ; h 1
            [data-for="nimbus cloud"]          ; -
            [data-for="nimbus cloud" i]        ; a.b
            [data-for='Nimbus Cloud' s]        ; a.b
            [ data-for = "Nimbus Cloud" ]      ; a.b
            [data-for=Nimbus\\ Cloud]          ; a.b
            [data-for$="\\43 loud"]            ; a.b
            [DATA-FOR]                         ; a.b
            [hreflang=en]                      ; l
            [lang|=en]                         ; 4
            [lang|=e]                          ; -
            [title="it's [4]"]                 ; 4
            [title='it\\'s [4]']               ; 4
            p:not([title="it's [4]"], .terms)  ; 1 3
            p:where(.x, .y)                    ; 1 2
            main > :is(h2, p):not(.terms)      ; h 1 4
            p:nth-of-type( -n + 2 )            ; 1 2 3
            main > p:nth-child(2n+1)           ; 2 4
            a:link                             ; l
            main :any-link                     ; l
            #a\\.b > .x                        ; h 1 2
            main/* the page */ > h2            ; h
            div:has(> p:not(.x))               ; d
            h2:has(+ p)                        ; h
            p:first-of-type                    ; 1 3
            """)
    void selectsAsABrowserDoes(String selector, String ids) {
        assertEquals(
                ids == null ? "" : ids,
                PAGE.select(CssSelector.parse(selector)).stream()
                        .map(Element::id)
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"main[", "p:hover", "p::before", "p:nth-child(2 of .x)", "p:lang(en)", "p,", "p..x"})
    void refusesWhatItCannotFollow(String selector) {
        assertThrows(IllegalArgumentException.class, () -> CssSelector.parse(selector));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            p:matches(^(a|b)*$)              ; use :contains
            p:matchesOwn((a+)+b)             ; use :contains
            p:matchesWholeText(a)            ; use :contains
            p:matchesWholeOwnText(a)         ; use :contains
            p:m\\61tches(a)                  ; use :contains
            div:has(> p:not(:matches(a)))    ; use :contains
            p::text:matches(a)               ; use :contains
            p[class~=[ab]+$]                 ; needs quotes
            div:has(p:has(b))                ; one :has
            div:has(:is(p, :not(p:has(b))))  ; one :has
            i:has(b), p:has(b:has(u))        ; one :has
            """)
    void refusesWhatAPageCouldMakeEndlessAndSaysWhatToDo(String selector, String remedy) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> CssSelector.parse(selector))
                .getMessage());
        assertTrue(message.contains(remedy), message);
    }

    @Test
    void aStringInAPseudoClassStaysAsItIs() {
        assertEquals("p:contains(\"[a~=b]\")", CssSelector.inDialect("p:contains(\"[a~=b]\")"));
    }
}
