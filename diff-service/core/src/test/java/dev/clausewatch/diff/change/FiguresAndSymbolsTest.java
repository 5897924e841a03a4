package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures and symbols that look alike and are not the same, and the other way round. */
class FiguresAndSymbolsTest {

    private static final String TERMS = """
            # Terms

            We keep it all for you, day and night.

            %s

            You pay at the end of each month.

            The law of Estonia holds.
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The fee is 10² euros. => The fee is 102 euros.",
                "Notice is 1½ years. => Notice is 11/2 years.",
                "Notice is 1/2 year. => Notice is 1 2 year.",
                "The fee is 10^2 euros. => The fee is 10^-2 euros.",
                "A precision of 10^-6 is kept. => A precision of 10^6 is kept.",
                "Up to 10^2 tokens a day. => Up to 10 2 tokens a day.",
                "Up to 10^2 tokens a day. => Up to 10_2 tokens a day.",
                "Up to 10₂ tokens a day. => Up to 102 tokens a day.",
                "A late fee of .5 % applies. => A late fee of 5 % applies.",
                "You pay $.50 a day. => You pay $50 a day.",
                "Prices change by -5 % a year. => Prices change by 5 % a year.",
                "Prices change by −$5 a year. => Prices change by $5 a year.",
                "Damages are 3 × 10 euros. => Damages are 3 / 10 euros.",
                "Damages are 3*10 euros. => Damages are 310 euros.",
                "It happens in 10/20 cases. => It happens in 10-20 cases.",
                "The rate is 10:1 here. => The rate is 10-1 here.",
            })
    void aFigureThatChangedIsNoTypography(String beforeAndAfter) {
        assertEquals(ChangeKind.SUBSTANTIVE, compared(beforeAndAfter).verdict().kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Notice is 1½ years. => Notice is 1 1/2 years.",
                "Notice is 1⁄2 year. => Notice is 1/2 year.",
                "A plot of 5 m^2 is yours. => A plot of 5 m² is yours.",
                "Up to 10^6 tokens a day. => Up to 10⁶ tokens a day.",
                "Up to 10^-6 tokens a day. => Up to 10⁻⁶ tokens a day.",
                "A late fee of .5 % applies. => A late fee of 0.5 % applies.",
                "It goes down by -5 % then. => It goes down by −5 % then.",
                "We answer in 10-20 days. => We answer in 10 – 20 days.",
                "We answer in 10 -20 days. => We answer in 10-20 days.",
            })
    void theSameFigureWrittenOtherwiseIsTypography(String beforeAndAfter) {
        ChangeDetected change = compared(beforeAndAfter);
        assertTrue(Story.isSilentEditorial(change), change::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| Data | Sold |\n| --- | --- |\n| Location | ✗ | => | Data | Sold |\n| --- | --- |\n| Location | ✓ |",
                "❌ We sell your data => ✅ We sell your data",
                "☐ We sell your data => ☑ We sell your data",
                "○ We sell your data => ● We sell your data",
                "Support: ★★★★★ => Support: ★",
                "| Plan | Free | Paid |\n| --- | --- | --- |\n| Export | yes | | => | Plan | Free | Paid |\n| --- | --- | --- |\n| Export | | yes |",
                "| Plan | Free | Paid |\n| --- | --- | --- |\n| | yes | | => | Plan | Free | Paid |\n| --- | --- | --- |\n| | | yes |",
            })
    void aMarkThatSaysYesOrNoIsAWord(String beforeAndAfter) {
        assertEquals(ChangeKind.SUBSTANTIVE, compared(beforeAndAfter).verdict().kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "✔ We host it. => ✔️ We host it.",
                "Learn more about us => Learn more about us →",
                "▶ About us and you => ▼ About us and you",
                "● We host it. => We host it.",
                "We host it with Orbitra. => We host it with Orbitra®.",
                "| Export | yes |\n| --- | --- | => | Export | yes | |\n| --- | --- | --- |",
            })
    void whatAPageDrawsAroundItsWordsIsForm(String beforeAndAfter) {
        ChangeDetected change = compared(beforeAndAfter);
        assertTrue(Story.isSilentEditorial(change), change::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- 9.99 EUR a month => - 19.99 EUR a month",
                "- 2.5 GB of storage are free => - 0.5 GB of storage are free",
                "Monthly fee\n\n9.99 EUR => Monthly fee\n\n99.99 EUR",
                "Monthly fee in dollars\n\n9.99 => Monthly fee in dollars\n\n99.99",
                "| Fee |\n| --- |\n| 1.5 | => | Fee |\n| --- |\n| 9.5 |",
                "(30) days are the notice. => (60) days are the notice.",
                "Article 6 GDPR is our legal basis. => Article 9 GDPR is our legal basis.",
                "§ 5 of the act holds. => § 50 of the act holds.",
                "Section 230 Immunity stays. => Section 512 Immunity stays.",
            })
    void aFigureAtTheStartOfABlockIsNoNumberOfIt(String beforeAndAfter) {
        assertEquals(ChangeKind.SUBSTANTIVE, compared(beforeAndAfter).verdict().kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3. You may appeal.\n\nWe keep data for up to 3 months. => 4. You may appeal.\n\nWe keep data for up to 4 months.",
                "14. You may appeal.\n\nWe answer in 10 to 14 days. => 90. You may appeal.\n\nWe answer in 10 to 90 days.",
                "3. You may appeal.\n\nClause 2 and 3 days are free. => 4. You may appeal.\n\nClause 2 and 4 days are free.",
                "6. You may appeal.\n\nWe rely on Article 6 of the GDPR. => 9. You may appeal.\n\nWe rely on Article 9 of the GDPR.",
            })
    void aFigureThatIsANumberElsewhereIsNoReference(String beforeAndAfter) {
        assertEquals(ChangeKind.SUBSTANTIVE, compared(beforeAndAfter).verdict().kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1 You may go.\n\n1.2 You may stay. => 2.1 You may go.\n\n2.2 You may stay.",
                "## 4. Fees\n\n4.1 You pay us. => ## 5. Fees\n\n5.1 You pay us.",
                "§ 5 You pay us.\n\n§ 6 You may go. => § 6 You pay us.\n\n§ 7 You may go.",
                "Section 5. You pay us.\n\n(a) in full.\n\nSection 6. You may go. => Section 6. You pay us.\n\n(a) in full.\n\nSection 7. You may go.",
                "3. You may appeal.\n\nSections 2 and 3 hold on. => 4. You may appeal.\n\nSections 2 and 4 hold on.",
            })
    void clausesThatAreNumberedAnewSayWhatTheySaid(String beforeAndAfter) {
        ChangeDetected change = compared(beforeAndAfter);
        assertTrue(Story.isSilentEditorial(change), change::toString);
    }

    @Test
    void aNumberThatLosesItsNeighbourIsNoEdit() {
        ChangeDetected change = compared("1.1 You may go.\n\n1.2 You may stay. => 1.2 You may stay.");
        assertEquals(1, change.touched().size(), change::toString);
    }

    private static ChangeDetected compared(String beforeAndAfter) {
        return Story.compared(TERMS, beforeAndAfter);
    }
}
