package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page prints around its terms is form, and no clause is that is written like it. */
class VolatileBoilerplateTest {

    private static final String TERMS = """
            # Terms

            We host it all for you, day and night.

            %s

            You pay at the end of each month.

            The law of Estonia holds.
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                " => p.p1 {note: you waive the right to a jury trial and to class actions}",
                " => a user who disputes a charge {means: waives the right to a refund}",
                " => p {font: you waive the right to a jury trial}",
                " => a user who pays late owes us ten euros {color: red}",
                " => /* You waive the right to a jury trial. */ p {color: red}",
                "li {limit: 10 users; penalty: 500 euros} => li {limit: 10 users; penalty: 900 euros}",
                "© 2024 Orbitra. Refund claims expire on 31 December 2028. => © 2024 Orbitra. Refund claims expire on 31 December 2026.",
                "Fees paid since 2019 are refunded. © 2024 Orbitra => Fees paid since 2025 are refunded. © 2024 Orbitra",
                "Our copyright 2020 fee is 2000 dollars. => Our copyright 2020 fee is 1999 dollars.",
                "Licence © Acme, fee 2000 euros a year => Licence © Acme, fee 2050 euros a year",
                "© 2024 Acme, protection ends in 2030 => © 2024 Acme, protection ends in 2040",
                "You may use what is © 2020 for free. => You may use what is © 2021 for free.",
                "Number of partners that hold your data for more than 30 days => Number of partners that hold your data for more than 900 days",
                "Total partners liability is limited to 50000 dollars => Total partners liability is limited to 100 dollars",
                "Total partners may not exceed 100 and the fee is 500 euros. => Total partners may not exceed 100 and the fee is 900 euros.",
                "Number of vendors you may invite for 30 euros a month: 10 => Number of vendors you may invite for 60 euros a month: 10",
                "Our 50 partners must be paid. => Our 500 partners must be paid.",
                " => Effective March 1, 2026: Arbitration Mandatory.",
                " => EFFECTIVE MARCH 1, 2026: NO REFUNDS.",
                "Effective March 1, 2026: Refunds Available. => ",
                "You have to object by:\n\n- March 1, 2027 => You have to object by:\n\n- March 1, 2026",
                "You have to object by:\n\nMarch 1, 2027 => You have to object by:\n\nMarch 1, 2026",
                "| Objections end |\n| --- |\n| March 1, 2027 | => | Objections end |\n| --- |\n| March 1, 2026 |",
                "Please read this. => Please read [this](/ you waive the right to a jury trial and to class actions).",
            })
    void aClauseThatLooksLikeFurnitureIsAClause(String beforeAndAfter) {
        assertEquals(ChangeKind.SUBSTANTIVE, compared(beforeAndAfter).verdict().kind());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            © 2023-24 Acme                        => © 2023-25 Acme
            Copyright Acme 2024                   => Copyright Acme 2025
            Copyright, 2024 Acme                  => Copyright, 2025 Acme
            (c) 2024 Acme. All rights reserved.   => (c) 2025 Acme. All rights reserved.
            © 2010 - Present Acme                 => © 2010 - 2025 Acme
            © 2024 Acme. You may not copy it.     => © 2025 Acme. You may not copy it.
            We share it with 1561 partners.       => We share it with 1562 partners.
            Our 842 advertising technology partners => Our 843 advertising technology partners
            We and our (1561) partners store      => We and our (1562) partners store
            our 1561 data partners                => our 1562 data partners
            our 1 561 partners                    => our 1 562 partners
            Vendors: 591                          => Vendors: 592
            Consent (591 vendors)                 => Consent (592 vendors)
            our 9 partners                        => our 12 partners
            @media (max-width: 600px) { .a { color: red } } => @media (max-width: 700px) { .a { color: red } }
            footer {color: red}                   => footer {color: blue}
            footer {}                             => footer {color: blue}
            /* x */ p {color: red}                => /* y */ p {color: blue}
            We may sell data.                     => p.p1 {margin: 0.0px; font: 12px Arial} We may sell data.
            See [help](terms and conditions.html). => See [help](terms and conditions v2.html).
            See [help](<https://a.example/a b>).  => See [help](<https://a.example/a c>).
            Effective September 28, 2025Download PDF => Effective October 2, 2025Download PDF
            Effective: 09/28/25                   => Effective: 10/02/25
            Last modified on September 28th, 2025 at 10:30 AM => Last modified on October 2nd, 2025 at 11:45 PM
            """)
    void furnitureIsFormInOtherWordsToo(String before, String after) {
        ChangeDetected change = compared(before + Story.BOTH + after);
        assertTrue(Story.isSilentEditorial(change), change::toString);
    }

    private static ChangeDetected compared(String beforeAndAfter) {
        return Story.compared(TERMS, beforeAndAfter);
    }
}
