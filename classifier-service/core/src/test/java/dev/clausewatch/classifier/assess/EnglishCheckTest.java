package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EnglishCheckTest {

    private static final String GERMAN =
            "Wir können diese Bedingungen jederzeit ändern und werden Sie vorab über wesentliche Änderungen informieren.";
    private static final String ENGLISH = "We may change these terms at any time and will tell you before we do.";

    @Test
    void whatIsDeclaredCountsFirst() {
        assertTrue(EnglishCheck.passes("en-GB", GERMAN));
        assertFalse(EnglishCheck.passes("de", ENGLISH));
    }

    @Test
    void otherwiseTheCommonestWordsDecide() {
        assertTrue(EnglishCheck.passes(null, ENGLISH));
        assertFalse(EnglishCheck.passes(null, GERMAN));
        assertFalse(EnglishCheck.passes(null, "当社は、いつでも本規約を変更することができます。"));
    }

    @Test
    void textsThatAreTooShortToTellCountAsEnglish() {
        assertTrue(EnglishCheck.passes(null, "Haftung"));
        assertTrue(
                EnglishCheck.passes(
                        null,
                        "Effective July 8, 2026 [Previous Version](https://nimbus.example/terms/archive/version/july/en.html)"));
        assertTrue(EnglishCheck.passes(
                null, "Effective July 8, 2026 Previous Version Download Print Nimbus Holdings Limited Dublin"));
        assertFalse(EnglishCheck.passes(
                null, "Die Nutzung der Dienste ist Personen unter achtzehn Jahren nicht gestattet."));
    }

    @Test
    void aListWithHardlyACommonWordIsEnglishUnlessItLooksLikeAnotherLanguage() {
        assertTrue(
                EnglishCheck.passes(
                        null,
                        "Name, postal address, telephone number, email address, date of birth, payment details, purchase history, browsing"
                                + " behaviour, device identifiers, approximate location, language preferences, marketing choices"));
        assertTrue(
                EnglishCheck.passes(
                        null,
                        "CUSTOMER CONTENT, INPUT PROMPTS, GENERATED OUTPUT, FEEDBACK, TELEMETRY, DIAGNOSTIC LOGS, CRASH REPORTS, USAGE STATISTICS"));
        assertFalse(EnglishCheck.passes(
                null,
                "Name, Anschrift, Telefonnummer, E-Mail-Adresse, Geburtsdatum, Zahlungsdaten, Kaufhistorie und Standort der Nutzer, die"
                        + " Sprache, das Endgerät"));
        assertFalse(EnglishCheck.passes(
                null,
                "Nama, alamat, nomor telepon dan alamat email yang diberikan untuk layanan ini dengan persetujuan"));
    }

    @Test
    void aClauseInCapitalsIsNoLineOfNames() {
        assertFalse(EnglishCheck.passes(
                null, "DIE HAFTUNG FÜR JEDE ART VON SCHÄDEN IST AUSGESCHLOSSEN SOWEIT DAS GESETZ ES ERLAUBT."));
        assertTrue(
                EnglishCheck.passes(null, "WE ARE NOT LIABLE FOR ANY DAMAGE OF ANY KIND AS FAR AS THE LAW ALLOWS IT."));
    }
}
