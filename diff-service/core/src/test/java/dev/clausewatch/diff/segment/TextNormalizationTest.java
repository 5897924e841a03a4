package dev.clausewatch.diff.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormalizationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "You  may leave. # You may leave. # WHITESPACE",
                "See [help](https://a.example/1). # See [help](https://a.example/2). # LINK_TARGETS",
                "See https://a.example/1 now # See https://b.example/2 now # LINK_TARGETS",
                "See [help](https://a.example/1). # See help. # MARKUP",
                "See **help**. # See help. # MARKUP",
                "“We” don’t sell – ever # \"We\" don't sell - ever # TYPOGRAPHY",
                "THE SERVICE IS PROVIDED # The Service is provided # TYPOGRAPHY",
                "Last updated: 3 March 2026 # Last updated: 4 April 2026 # DATES",
                "Effective January 5, 2025 # Effective February 1, 2026 # DATES",
                "Effective January 5, 2025[Previous Version](https://a.example/1) # Effective May 1, 2026[Previous"
                        + " Version](https://a.example/1) # DATES",
                "Effective January 5, 2025 (see earlier versions) # Effective May 1, 2026 (see earlier versions) #"
                        + " DATES",
                "See [help](https://a.example/a b c). # See help. # MARKUP",
                "See [help](https://a.example/ \"Our help\"). # See [help](https://b.example/). # LINK_TARGETS",
                "We ~~never~~ sell # We sell # MARKUP",
                "© 2025 Orbitra Inc. All rights reserved. # © 2026 Orbitra Inc. All rights reserved. # FURNITURE",
                "Copyright © 2019–2025 Orbitra # Copyright © 2026 Orbitra # FURNITURE",
                "Orbitra Inc. © 2025 # Orbitra Inc. © 2019-2026 # FURNITURE",
                "We and our 1561 partners store cookies. # We and our 1,598 partners store cookies. # FURNITURE",
                "Number of Vendors seeking consent: 591 # Number of Vendors seeking consent: 604 # FURNITURE",
                "View all 93 vendors # View all 104 vendors # FURNITURE",
                "Number of vendors that rely on legitimate interest: 93 # Number of vendors that rely on legitimate"
                        + " interest: 104 # FURNITURE",
                "Show vendors (93) # Show vendors (104) # FURNITURE",
            })
    void namesTheLayerInWhichTextsDiffer(String before, String after, TextNormalization layer) {
        assertEquals(TextNormalization.of(before), TextNormalization.of(after));
        assertEquals(Set.of(layer), TextNormalization.layersThatDiffer(before, after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "within 30 days # within 14 days",
                "a fee of $10.00 # a fee of $1,000",
                "a share of 10 % # a share of 10",
                "we may sell # we may not sell",
                "You must accept by 3 March 2026. # You must accept by 4 April 2026.",
                "Effective March 1, 2025, we will charge fees. # Effective May 1, 2025, we will charge fees.",
                "write to help@a.example # write to legal@a.example",
                "[You](the customer) pay # [You](the seller) pay",
                "You may use works of ours that are © 2020 until 2026. # You may use works of ours that are © 2020"
                        + " until 2027.",
                "We ask 10 vendors for an offer. # We ask 12 vendors for an offer.",
                "Fill in {name: yours} here {fee: 10} # Fill in {name: yours} here {fee: 20}",
                "pay = 10 # pay 10",
            })
    void keepsWordsNumbersAndDatesOfDuties(String before, String after) {
        assertNotEquals(TextNormalization.of(before), TextNormalization.of(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p.p1 {margin: 0.0px 0.0px 12.0px 0.0px; font: 12.0px Helvetica}",
                "p.p1 {margin: 0.0px} span.s1 {text-decoration: underline; color: #0433ff}",
                "table, td { border: 1px solid; }",
                "============",
                "~~All of it.~~",
            })
    void whatSaysNothingHasNoWords(String text) {
        assertEquals("", TextNormalization.of(text));
    }

    @Test
    void namesEveryLayerThatIsNeeded() {
        assertEquals(
                Set.of(TextNormalization.LINK_TARGETS, TextNormalization.TYPOGRAPHY),
                TextNormalization.layersThatDiffer(
                        "“See” [a](https://a.example/1)", "\"See\" [a](https://a.example/2)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Last updated: March 3, 2026",
                "Effective as of 2026-03-03",
                "These Terms of Service were last modified on 3rd March 2026.",
                "Version 4.1 | Last revised 03/03/2026",
                "Stand: 3. März 2026",
                "Orbitra Terms, effective 3 March 2026",
                "UpdatedNovember 13, 2023",
            })
    void readsStatedDates(String line) {
        assertTrue(StatedDates.only(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You must accept the new terms by March 3, 2026",
                "Effective March 3, 2026 the fee is doubled",
                "Last updated",
                "We started on 3 March 2026",
            })
    void takesNoOtherDateForAStatedOne(String line) {
        assertFalse(StatedDates.only(line));
    }
}
